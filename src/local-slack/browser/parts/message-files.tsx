import type { StoredFile } from '../../protocol.ts';
import { Icon } from '../ui/icon.tsx';

const UNITS = ['B', 'kB', 'MB', 'GB'];

function sizeWords(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const size = bytes / 1000 ** power;
  return `${size < 10 && power > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[power]}`;
}

/** Files sent with a message: pictures as pictures, others by name. */
export function MessageFiles({ files }: { files: StoredFile[] }) {
  return (
    <div className="files">
      {files.map((file) =>
        file.mimetype.startsWith('image/') ? (
          <a key={file.id} href={file.url} target="_blank" rel="noreferrer" className="file-image">
            <img src={file.url} alt={file.title} />
          </a>
        ) : (
          <a key={file.id} href={file.url} target="_blank" rel="noreferrer" className="file-card">
            <Icon name="file" size={24} />
            <span>
              <b>{file.title}</b>
              <small>{sizeWords(file.size)}</small>
            </span>
          </a>
        ),
      )}
    </div>
  );
}
