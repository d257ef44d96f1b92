/**
 * Where an image's bytes are. A `slack_file` is named by id, or by the address it was uploaded under, which is
 * Local Slack's own and so read from this page's.
 */
export function imageAddress(image: {
  image_url?: string;
  slack_file?: { id?: string; url?: string };
}): string {
  if (image.image_url !== undefined) return image.image_url;
  const { id, url } = image.slack_file ?? {};
  if (id !== undefined) return `/files/${id}/image`;
  return url === undefined ? '' : new URL(url, window.location.href).pathname;
}
