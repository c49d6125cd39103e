import type { Period } from '../kpi/evaluate';
import { UserError } from '../kpi/user-error';
import { filterId } from './filter';
import { dayOfSerial, type Request } from './request';

/**
 * The names under which what a person typed in a report outlives a refresh. A name holds what the settings said, so that they win
 * where they say something new since then.
 */
export const keptAs = {
  day: (which: 'start' | 'end', { planned: { period } }: Request): string =>
    `${which}:${period.start ?? ''}..${period.end ?? ''}`,
  margin: ({ planned }: Request): string => `margin:${planned.margin}`,
  target: (name: string, { targets }: Request): string =>
    name in targets ? `target:${name}:${targets[name]}` : `target:${name}`,
};

/** A number that a person typed; null where the cell was emptied, undefined where nothing is kept. */
export function keptNumber(name: string, { kept }: Request): number | null | undefined {
  const value = kept?.[name];
  return typeof value === 'number' ? value : value === '' ? null : undefined;
}

/** The target of a KPI: as typed in the report or as the settings say. */
export function targetOf(name: string, request: Request): number | undefined {
  const typed = keptNumber(keptAs.target(name, request), request);
  return typed === undefined ? request.targets[name] : (typed ?? undefined);
}

/** The request with the period, margin and choices that a person typed in the report before. A reversed period is a UserError. */
export function withKept(request: Request): Request {
  const { kept, source } = request;
  if (!kept) return request;
  const filters = source.filters?.map((filter) => {
    const name = kept[filterId.choice(filter.name)];
    const chosen = filter.choices.find(({ shown }) => shown === name);
    return chosen ? { ...filter, chosen } : filter;
  });
  return {
    ...request,
    source: { ...source, ...(filters ? { filters } : {}) },
    period: keptPeriod(request),
    margin: keptNumber(keptAs.margin(request), request) ?? request.margin,
  };
}

function keptPeriod(request: Request): Period {
  const [start, end] = (['start', 'end'] as const).map((which) => {
    const serial = keptNumber(keptAs.day(which, request), request);
    if (serial === undefined) return request.period[which];
    return serial === null ? undefined : dayOfSerial(serial);
  });
  if (start && end && start > end) throw new UserError('period_reversed', { start, end });
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) };
}
