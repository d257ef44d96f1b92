import * as z from 'zod';
import { slackFile } from './text.ts';

export const imageSource = {
  image_url: z.string().min(1).max(3000).optional(),
  slack_file: slackFile.optional(),
};

/** An image is either an address or an uploaded file. */
export const hasOneSource = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined);

export const ONE_SOURCE = 'must provide either `image_url` or `slack_file`';

/** https://docs.slack.dev/reference/block-kit/block-elements/image-element */
export const image = z
  .strictObject({ type: z.literal('image'), alt_text: z.string().min(1).max(2000), ...imageSource })
  .refine(hasOneSource, ONE_SOURCE);
