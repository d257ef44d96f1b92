/** Something that the person cannot see or do. `screen` is what they see instead. */
export class DriverError extends Error {
  override readonly name: string = 'DriverError';

  constructor(message: string, screen = '') {
    super(screen ? `${message}\n${screen}` : message);
  }
}

/** What Slack or the app said no to, such as `operation_timeout`. */
export class Refused extends DriverError {
  override readonly name = 'Refused';
  readonly trouble: string;

  constructor(trouble: string, explanation: string) {
    super(`${trouble}: ${explanation}`);
    this.trouble = trouble;
  }
}

/** A form that was not accepted: the errors by the label of their field. */
export class FieldErrors extends DriverError {
  override readonly name = 'FieldErrors';
  readonly errors: Record<string, string>;

  constructor(errors: Record<string, string>) {
    super(
      Object.entries(errors)
        .map(([label, error]) => `${label}: ${error}`)
        .join('\n'),
    );
    this.errors = errors;
  }
}
