import { useState } from 'react';
import type { ImageBlock as Image } from 'slack-blocks-to-jsx';
import { PlainText } from '../text/rich-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { imageAddress } from './image-address.ts';

/** A picture under its title, which folds it away as in Slack. */
export function ImageBlock({ block }: { block: Image }) {
  const [open, setOpen] = useState(true);
  const [broken, setBroken] = useState(false);
  return (
    <figure className="block image-block">
      {block.title && (
        <figcaption>
          <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
            <PlainText text={block.title.text} />
            <Icon name={open ? 'down' : 'right'} size={12} />
          </button>
        </figcaption>
      )}
      {open && !broken && (
        <img src={imageAddress(block)} alt={block.alt_text} onError={() => setBroken(true)} />
      )}
      {open && broken && (
        <p className="broken-image">
          <Icon name="file" size={16} /> {block.alt_text}
        </p>
      )}
    </figure>
  );
}
