import { type Enumeration, EnumValue } from './enumeration';

/**
 * What scripts may call on one of Google's objects: per method its parameter lists, as text. Types are int, num, str,
 * bool, any, obj, date, names of interfaces and enums; `[]` makes a list, `?` allows null: "str,Range,any[][]".
 */
export interface Interface {
  /** Name in Google's reference: Range. */
  readonly name: string;
  /** The service that it belongs to: SpreadsheetApp. */
  readonly service: string;
  readonly methods: Readonly<Record<string, readonly string[]>>;
  readonly enums: Readonly<Record<string, Enumeration>>;
  /** Whether its methods touch nothing outside the script's own memory (builders, enums): not counted as service calls. */
  readonly local: boolean;
}

const known: Interface[] = [];

/** Every interface that has been defined, to be compared with Google's reference. */
export function listInterfaces(): readonly Interface[] {
  return known;
}

/** Describes the interface that a class emulates; a method that the class lacks does not compile. */
export function defineInterface<T>(
  service: string,
  name: string,
  methods: { readonly [K in Extract<keyof T, string>]?: readonly string[] },
  options: { enums?: Readonly<Record<string, Enumeration>>; local?: boolean } = {},
): Interface {
  const { enums = {}, local = false } = options;
  const face = { name, service, methods: methods as Record<string, readonly string[]>, enums, local };
  known.push(face);
  return face;
}

/** One of Google's objects, as the host keeps it; scripts see it through a proxy. */
export abstract class Service {
  abstract readonly face: Interface;
}

/** A fault that Google would report to the script, in Google's words. */
export class GoogleError extends Error {}

/** A call that Google knows and the host does not. */
export function notEmulated(what: string): Error {
  return new Error(`not emulated: ${what}`);
}

/** Throws Google's sentence about parameters unless they fit one of the parameter lists of a method. */
export function requireParameters(face: Interface, method: string, parameters: readonly unknown[]): void {
  const lists = face.methods[method] ?? [];
  if (lists.some((list) => fits(list, parameters))) return;
  const path = face.name === face.service ? face.service : `${face.service}.${face.name}`;
  throw new GoogleError(
    `The parameters (${parameters.map(describe).join(',')}) don't match the method signature for ${path}.${method}.`,
  );
}

function fits(list: string, parameters: readonly unknown[]): boolean {
  const types = list === '' ? [] : list.split(',');
  return types.length === parameters.length && types.every((type, index) => isOf(type, parameters[index]));
}

const CHECKS: Record<string, (value: unknown) => boolean> = {
  int: (value) => typeof value === 'number' && Number.isFinite(value),
  num: (value) => typeof value === 'number' && Number.isFinite(value),
  str: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  any: () => true,
  obj: (value) => tag(value) === 'Object',
  date: (value) => tag(value) === 'Date',
};

function isOf(type: string, value: unknown): boolean {
  if (type.endsWith('?')) return value === null || value === undefined || isOf(type.slice(0, -1), value);
  if (type.endsWith('[]')) return Array.isArray(value) && value.every((item) => isOf(type.slice(0, -2), item));
  const check = CHECKS[type];
  if (check) return check(value);
  return value instanceof Service ? value.face.name === type : value instanceof EnumValue && value.enumeration === type;
}

/** What kind of object this is, in whatever context it was made: "Date", "Array", "Object", … */
export function tag(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length > 0 ? `${describe(value[0])}[]` : 'Array';
  if (value instanceof Service) return `${value.face.service}.${value.face.name}`;
  if (value instanceof EnumValue) return value.enumeration;
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'number' ? 'number' : tag(value);
}
