/** Source: https://docs.slack.dev/reference/methods/conversations.create (naming, errors) */
const MOST_NAME = 80;

export type NameError =
  | 'invalid_name_required'
  | 'invalid_name_maxlength'
  | 'invalid_name_punctuation'
  | 'invalid_name_specials';

/** What is wrong with a channel's name, if anything: lower case, digits, hyphens and underscores. */
export function nameError(name: string): NameError | undefined {
  if (name === '') return 'invalid_name_required';
  if (name.length > MOST_NAME) return 'invalid_name_maxlength';
  if (/^[-_.]+$/.test(name)) return 'invalid_name_punctuation';
  return /^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name) ? undefined : 'invalid_name_specials';
}
