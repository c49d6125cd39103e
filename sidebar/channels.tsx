import { normaliseLabel } from '../src/data/cell';
import type { ChannelSetting } from '../src/data/settings';
import { FromSheet, Input, type Option, type PageProps, Select } from './parts';
import { fill, quoted, shown } from './text';

/** What all channels share: their names, and how many records have each label. */
interface Shared extends Pick<PageProps, 'language' | 'text' | 'send'> {
  readonly channels: readonly ChannelSetting[];
  readonly nameOf: (channel: string) => string;
  readonly countOf: (label: string) => string;
  /** Channels that are known by name and have no label yet. */
  readonly unused: readonly string[];
}

/** Which labels of sources and spend are one channel, and which stand alone. */
export function Channels({ wizard, language, text, send }: PageProps) {
  const { settings, labels: read, opening } = wizard;
  const { channels } = settings;
  if (channels.length === 0) return null;
  // A Map, since a label such as "constructor" is a name that every object has.
  const names = new Map(Object.entries(opening.channelNames[language]));
  const records = recordsOf(read);
  const shared: Shared = {
    language,
    text,
    send,
    channels,
    nameOf: (channel) => names.get(channel) ?? channel,
    countOf: (label) =>
      fill(text.stages.records, { count: (records.get(normaliseLabel(label)) ?? 0).toLocaleString(language) }),
    unused: [...names.keys()].filter((name) => !channels.some(({ channel }) => channel === name)),
  };
  const isAlone = ({ channel, labels: [label = '', ...more] }: ChannelSetting) =>
    more.length === 0 && normaliseLabel(label) === normaliseLabel(shared.nameOf(channel));
  const alone = channels.filter(isAlone);
  return (
    <details class="group">
      <summary>
        <h2>{fill(text.channels.title, { count: channels.length })}</h2>
      </summary>
      <p class="hint">{text.channels.hint}</p>
      {channels
        .filter((one) => !isAlone(one))
        .map((one) => (
          <Channel key={one.labels[0]} {...shared} channel={one} known={names} />
        ))}
      {alone.length > 0 && (
        <section class="channel">
          <h3>{text.channels.alone}</h3>
          <p class="hint">{text.channels.aloneHint}</p>
          {alone.map(({ channel, labels: [label = ''] }) => (
            <Label key={label} {...shared} label={label} channel={channel} />
          ))}
        </section>
      )}
    </details>
  );
}

/** A channel of several labels, or one with a name that is not its label: to be renamed, joined with another, or taken apart. */
function Channel({
  channel: { channel, labels },
  known,
  ...shared
}: Shared & { channel: ChannelSetting; known: ReadonlyMap<string, string> }) {
  const { text, nameOf, countOf, channels, send } = shared;
  const name = nameOf(channel);
  const others = channels.filter((one) => one.channel !== channel);
  const rename = (typed: string) => {
    const entered = typed.trim();
    const [named] = [...known].find(([, other]) => normaliseLabel(other) === normaliseLabel(entered)) ?? [];
    const same = others.find((one) => normaliseLabel(one.channel) === normaliseLabel(entered))?.channel;
    if (entered !== '') send({ type: 'rename', channel, to: named ?? same ?? entered });
  };
  return (
    <section class="channel">
      <h3>
        <FromSheet text={name} />
      </h3>
      <ul>
        {labels.map((label) => (
          <li key={label}>
            <FromSheet text={label} /> <span class="aside">{countOf(label)}</span>
          </li>
        ))}
      </ul>
      <details class="more">
        <summary>
          {text.channels.change}
          <span class="hidden"> {quoted(name)}</span>
        </summary>
        <Input label={text.channels.name} type="text" value={name} longest={100} onEnter={rename} />
        <Select
          label={text.channels.join}
          value=""
          options={[
            { value: '', label: text.check.choose },
            ...others.map((one) => ({ value: one.channel, label: shown(nameOf(one.channel)) })),
          ]}
          onChoose={(to) => to !== '' && send({ type: 'rename', channel, to })}
        />
        {labels.map((label) => (
          <Label key={label} {...shared} label={label} channel={channel} />
        ))}
      </details>
    </section>
  );
}

/** A label, and the channel that it belongs to. */
function Label({
  label,
  channel,
  text,
  channels,
  nameOf,
  countOf,
  unused,
  send,
}: Shared & { label: string; channel: string }) {
  const optionOf = (value: string): Option => ({ value, label: shown(nameOf(value)) });
  const own = { value: label, label: text.channels.own };
  const used = channels.filter((one) => one.channel !== label).map((one) => optionOf(one.channel));
  return (
    <Select
      label={<FromSheet text={label} />}
      mark={<span class="aside">{countOf(label)}</span>}
      value={channel}
      options={[own, ...used]}
      more={{ label: text.channels.more, options: unused.filter((one) => one !== label).map(optionOf) }}
      onChoose={(to) => send({ type: 'channel', label, channel: to })}
    />
  );
}

/** How many records have each label, in all columns of sources and channels. */
function recordsOf(read: PageProps['wizard']['labels']): ReadonlyMap<string, number> {
  const { 'deals.stage': _stages, 'leads.status': _statuses, ...sources } = read;
  const records = new Map<string, number>();
  for (const { label, count } of Object.values(sources).flat()) {
    const key = normaliseLabel(label);
    records.set(key, (records.get(key) ?? 0) + count);
  }
  return records;
}
