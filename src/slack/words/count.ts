/** `3,100` */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 person`, `3,100 people` */
export function people(value: number): string {
  return `${count(value)} ${value === 1 ? 'person' : 'people'}`;
}

/** `1 stage`, `6 stages` */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
