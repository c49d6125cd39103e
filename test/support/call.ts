import { normaliseLabel } from '../../src/data/cell';
import { recogniseStage, recogniseStatus } from '../../src/data/labels';
import type { Argument, Result, Scalar, Vocabulary } from '../../src/kpi/bind';
import { call } from '../../src/kpi/call';
import { catalog } from '../../src/kpi/catalog';
import type { Kpi } from '../../src/kpi/kpi';
import type { Meaning } from '../../src/kpi/measure';
import { UserError } from '../../src/kpi/user-error';

/** The vocabulary of the product. */
export const vocabulary: Vocabulary = {
  normalise: normaliseLabel,
  meaningOf: (field, label): Meaning | undefined =>
    (field === 'leads.status' ? recogniseStatus(label) : recogniseStage(label))?.meaning,
};

/** A KPI of the catalog by its name. */
export function kpiNamed(name: string): Kpi {
  const kpi = catalog.find((one) => one.name === name);
  if (!kpi) throw new Error(`no KPI is called ${name}`);
  return kpi;
}

/** A list as the column of cells that Google would hand over. */
export const column = (values: readonly Scalar[]): Argument => values.map((value) => [value]);

/** A list as a row of cells. */
export const row = (values: readonly Scalar[]): Argument => [values];

/** What a function answers; lists stand for columns. */
export const answer = (name: string, ...given: readonly (Scalar | readonly Scalar[])[]): Result =>
  call(
    kpiNamed(name),
    given.map((one) => (Array.isArray(one) ? column(one) : (one as Scalar))),
    vocabulary,
  );

/** The code and facts of the UserError that a call raises. */
export function mistake(work: () => unknown): { code: string } & Record<string, unknown> {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, ...error.params };
    throw error;
  }
  throw new Error('no mistake was found');
}
