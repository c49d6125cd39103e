const PLACEHOLDERS = new Set(
  [
    'n/a|na|n.a.|null|none|nan|undefined|tbd|tba|not set|(not set)|(none)|(blank)|unknown|pending|not yet',
    'brak|brak danych|n/d|b/d|nie wiadomo|jeszcze nie|нет|не закрыта|нет данных|н/д|неизвестно|ещё нет|еще нет',
    'k.a.|keine|keine angabe|unbekannt|noch nicht|entfällt|s/d|sin datos|ninguno|desconocido|pendiente|aún no',
  ].flatMap((line) => line.split('|')),
);

/** Whether a normalised label is what people and tools write where they have no value: "n/a", "—", "0000-00-00". */
export const isPlaceholder = (label: string): boolean =>
  /^[\s.:/?–—-]*$|^0+[./-]0+[./-]0+( [0:]+)?$/.test(label) || PLACEHOLDERS.has(label);
