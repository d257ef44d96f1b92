/** The media types of files that apps send; anything else is bytes. */
const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  yml: 'text/yaml',
  yaml: 'text/yaml',
  ics: 'text/calendar',
  zip: 'application/zip',
};

export function fileType(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'binary';
}

export function mimeType(name: string): string {
  return TYPES[fileType(name)] ?? 'application/octet-stream';
}
