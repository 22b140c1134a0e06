/** Numbers as arguments. */
import { InvalidArgumentError } from 'commander';

export function whole(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(value);
}

export function wholeFromZero(value: string): number {
  return value === '0' ? 0 : whole(value);
}
