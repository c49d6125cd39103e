import type { Assumption } from './parity-assumption';
import { CRITERIA } from './parity-criteria';
import { CUSTOM_FUNCTIONS } from './parity-custom-functions';
import { FORMULAS } from './parity-formulas';
import { SERVICES } from './parity-services';

/** Every behaviour of Google that the host imitates on trust, each with a check that runs here and in a real file. */
export const PARITY: readonly Assumption[] = [...SERVICES, ...FORMULAS, ...CRITERIA, ...CUSTOM_FUNCTIONS];
