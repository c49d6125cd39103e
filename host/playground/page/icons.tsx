/** Lines of each icon on a square of 20. */
const PATHS = {
  undo: 'M7 4 3 8l4 4M3 8h8a5 5 0 0 1 0 10H8',
  redo: 'm13 4 4 4-4 4M17 8H9a5 5 0 0 0 0 10h3',
  percent: 'M15 5 5 15M6.5 8.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM13.5 15.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  number:
    'M3 7l2-1.5V15M10.500 15.2v.3M14.5 15c-1.700 0-2.500-1.700-2.500-4.700S12.800 5.500 14.500 5.500 17 7.300 17 10.300 16.200 15 14.500 15Z',
  date: 'M4 5.500h12V16H4ZM4 9h12M7.500 3.500v3M12.500 3.500v3',
  bold: 'M6.500 4.500h4.200a2.700 2.700 0 0 1 0 5.400H6.500ZM6.500 9.900h5a2.800 2.800 0 0 1 0 5.600h-5Z',
  italic: 'M8 4.500h6M6 15.500h6M11.500 4.500l-3 11',
  strike:
    'M4 10h12M14 6.500C13.500 5 12 4.300 10 4.300c-2.300 0-4 1.100-4 2.900 0 1 .5 1.800 1.400 2.300M6 13.500c.5 1.500 2 2.200 4 2.200 2.300 0 4-1.100 4-2.900 0-.7-.2-1.200-.6-1.700',
  left: 'M4 5h12M4 8.500h8M4 12h12M4 15.500h8',
  center: 'M4 5h12M6 8.500h8M4 12h12M6 15.500h8',
  right: 'M4 5h12M8 8.500h8M4 12h12M8 15.500h8',
  wrap: 'M4 5h12M4 10h9.500a2.500 2.500 0 0 1 0 5H10m2-2-2 2 2 2M4 15h3',
  plus: 'M10 4v12M4 10h12',
  list: 'M4 6h12M4 10h12M4 14h12',
  down: 'm6 8.500 4 4 4-4',
  close: 'm5 5 10 10M15 5 5 15',
  sidebar: 'M3.500 4.500h13v11h-13ZM12 4.500v11',
  alert: 'M10 3 2.500 16.500h15ZM10 8v4M10 14v.3',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** A small picture that says nothing to assistive technology: its button has a name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
