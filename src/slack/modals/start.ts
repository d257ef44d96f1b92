/** When to start, as a person filled it in: words (`tomorrow 9am`) are for the parser of times. */
export type StartChoice =
  | { kind: 'when-approved' }
  | { kind: 'at'; at: Date }
  | { kind: 'words'; text: string };
