/** What a column of a field holds: `label` is grouped by, `id` is counted once each, `flagOrDate` says whether, perhaps when. */
export type FieldType = 'date' | 'number' | 'label' | 'id' | 'text' | 'flagOrDate';

/** A field of a dataset; without the needed ones a dataset says little. */
export interface Field {
  readonly type: FieldType;
  readonly needed?: true;
}

/** The fixed vocabulary: every dataset, its fields in the order in which they are shown. */
export const DATASETS = {
  leads: {
    id: { type: 'id' },
    created: { type: 'date', needed: true },
    source: { type: 'label' },
    campaign: { type: 'label' },
    status: { type: 'label' },
    owner: { type: 'label' },
    customer: { type: 'id' },
    segment: { type: 'label' },
    converted: { type: 'flagOrDate' },
  },
  deals: {
    id: { type: 'id' },
    name: { type: 'text' },
    customer: { type: 'id' },
    stage: { type: 'label', needed: true },
    amount: { type: 'number', needed: true },
    created: { type: 'date' },
    first_contact: { type: 'date' },
    closed: { type: 'date', needed: true },
    owner: { type: 'label' },
    source: { type: 'label' },
    segment: { type: 'label' },
    currency: { type: 'label' },
  },
  spend: {
    date: { type: 'date', needed: true },
    channel: { type: 'label' },
    campaign: { type: 'label' },
    amount: { type: 'number', needed: true },
    impressions: { type: 'number' },
    clicks: { type: 'number' },
    leads: { type: 'number' },
    orders: { type: 'number' },
    revenue: { type: 'number' },
  },
  traffic: {
    date: { type: 'date', needed: true },
    channel: { type: 'label' },
    visitors: { type: 'number' },
    sessions: { type: 'number' },
    pageviews: { type: 'number' },
    bounces: { type: 'number' },
    seconds: { type: 'number' },
    form_views: { type: 'number' },
    form_submissions: { type: 'number' },
  },
} as const satisfies Record<string, Record<string, Field>>;

/** A dataset: leads, deals, spend or traffic. */
export type DatasetName = keyof typeof DATASETS;

/** A field of one dataset. */
export type FieldOf<Dataset extends DatasetName> = Dataset extends DatasetName
  ? keyof (typeof DATASETS)[Dataset] & string
  : never;

/** A field of any dataset. */
export type FieldName = FieldOf<DatasetName>;

/** A field with its dataset, as columns of data are keyed: `deals.amount`. */
export type FieldKey = { [Dataset in DatasetName]: `${Dataset}.${FieldOf<Dataset>}` }[DatasetName];

/** The datasets in the order in which they are shown. */
export const DATASET_NAMES = Object.keys(DATASETS) as readonly DatasetName[];

/** The fields of a dataset in the order in which they are shown. */
export function fieldNames(dataset: DatasetName): FieldName[] {
  return Object.keys(DATASETS[dataset]) as FieldName[];
}

/** A field's type and whether it is needed; undefined where the dataset has no such field. */
export function fieldOf(dataset: DatasetName, name: string): Field | undefined {
  const fields: Record<string, Field> = DATASETS[dataset];
  // `constructor` and its like are no fields.
  return Object.keys(fields).includes(name) ? fields[name] : undefined;
}
