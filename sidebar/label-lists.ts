import { normaliseLabel } from '../src/data/cell';
import type { Settings } from '../src/data/settings';
import type { LabelsView, LabelView } from '../src/main';

/** A label with its place. */
export interface Labelled {
  readonly label: string;
  readonly order: number;
}

const byOrder = (one: Labelled, other: Labelled): number => one.order - other.order;
const keyOf = ({ label }: { readonly label: string }): string => normaliseLabel(label);
const renumbered = <One extends Labelled>(list: readonly One[]): One[] =>
  list.map((one, index) => ({ ...one, order: index + 1 }));

/** The labels of both lists, those of the first in front. */
export function union<One extends Labelled>(first: readonly One[], second: readonly One[]): One[] {
  const taken = new Set(first.map(keyOf));
  return renumbered([...[...first].sort(byOrder), ...second.filter((one) => !taken.has(keyOf(one)))]);
}

/** Where a label stands whose meaning is not known: after the steps that are, before won and lost. */
const UNKNOWN_PLACE = 89;

/**
 * The labels of a column with their places: those that were decided on as they are; a new one behind the last that usually comes
 * no later. Of the list before, labels without records stay, unless none of it has any, because it is another column's.
 */
export function completed<One extends Labelled>(
  read: readonly LabelView[],
  before: readonly One[],
  decided: readonly One[],
  make: (view: LabelView) => One,
): One[] {
  const usual = new Map(read.map((view) => [keyOf(view), view.order ?? UNKNOWN_PLACE]));
  const placeOf = (one: One): number => usual.get(keyOf(one)) ?? UNKNOWN_PLACE;
  const isSame = before.some((one) => usual.has(keyOf(one)));
  const kept = new Set(isSame ? before.map(keyOf) : []);
  const list = union(before, decided).filter(
    (one) => one.label !== '' && (usual.has(keyOf(one)) || kept.has(keyOf(one))),
  );
  const taken = new Set(list.map(keyOf));
  for (const view of read.filter((one) => !taken.has(keyOf(one)))) {
    const one = make(view);
    let at = list.length;
    while (at > 0 && placeOf(list[at - 1] as One) > placeOf(one)) at--;
    list.splice(at, 0, one);
  }
  return renumbered(list);
}

/** The list with another meaning for a label. */
export const withChange = <One extends Labelled>(list: readonly One[], label: string, change: Partial<One>): One[] =>
  list.map((one) => (one.label === label ? { ...one, ...change } : one));

/** The list with a label one place further to the front (-1) or the back (1). */
export function moved<One extends Labelled>(
  list: readonly One[],
  { label, by }: { readonly label: string; readonly by: -1 | 1 },
): One[] {
  const sorted = [...list].sort(byOrder);
  const from = sorted.findIndex((one) => one.label === label);
  const [one] = from < 0 ? [] : sorted.splice(from, 1);
  if (one) sorted.splice(Math.max(0, from + by), 0, one);
  return renumbered(sorted);
}

type Channels = Settings['channels'];

/** The channels with the labels that none of them has yet, in those that are suggested for them. */
export function withNewLabels(channels: Channels, suggested: LabelsView['channels']): Channels {
  const taken = new Set(channels.flatMap(({ labels }) => labels).map(normaliseLabel));
  return suggested.reduce(
    (all, { channel, labels }) =>
      labels
        .filter((label) => !taken.has(normaliseLabel(label)))
        .reduce((some, label) => withChannel(some, { label, channel }), all),
    channels,
  );
}

/** The channels with a label in this one; a channel that is left without labels goes. */
export function withChannel(
  channels: Channels,
  { label, channel }: { readonly label: string; readonly channel: string },
): Channels {
  const others = channels.map((one) => ({ ...one, labels: one.labels.filter((other) => other !== label) }));
  const isKnown = others.some((one) => one.channel === channel);
  const all = isKnown ? others : [...others, { channel, labels: [] }];
  return all
    .map((one) => (one.channel === channel ? { ...one, labels: [...one.labels, label] } : one))
    .filter(({ labels }) => labels.length > 0);
}

/** The channels with one of them under another name; where that is the name of another, the two become one. */
export function renamedChannel(
  channels: Channels,
  { channel, to }: { readonly channel: string; readonly to: string },
): Channels {
  if (to === channel) return channels;
  const own = channels.find((one) => one.channel === channel)?.labels ?? [];
  const isKnown = channels.some((one) => one.channel === to);
  return channels.flatMap((one) => {
    if (one.channel === channel) return isKnown ? [] : [{ channel: to, labels: own }];
    return [one.channel === to ? { ...one, labels: [...one.labels, ...own] } : one];
  });
}
