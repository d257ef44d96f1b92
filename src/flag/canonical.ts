import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const utf8 = new TextEncoder();

/**
 * One text for one JSON value, whatever the order in which its properties were set (RFC 8785): digests and the log's
 * hash chain rest on it. Properties that are undefined are left out, as in JSON. Throws a TypeError on what JSON
 * cannot carry, since two different values must never share a text.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalList(value) : canonicalObject(value);
    default:
      throw new TypeError(`a ${typeof value} has no JSON form`);
  }
}

function canonicalList(list: readonly unknown[]): string {
  let text = '';
  for (const entry of list) text += text === '' ? canonicalJson(entry) : `,${canonicalJson(entry)}`;
  return `[${text}]`;
}

function canonicalObject(object: object): string {
  // Anything but a plain object (a Map, a Date) would silently lose what it holds.
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('only plain objects have a canonical form');
  }
  let text = '';
  const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, entry] of entries) {
    if (entry === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(entry)}`;
  }
  return `{${text}}`;
}

/** SHA-256 over the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8.encode(text)));
}
