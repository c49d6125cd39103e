import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, readXlsx, writeXlsx } from 'hucre';
import {
  describeWithLibreOffice,
  describeWithPdftoppm,
  pdfToPng,
  recalculate,
  resave,
  toPdf,
} from '../../support/libreoffice';

describeWithLibreOffice('LibreOffice as an independent calculator', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leakproof-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function save(name: string, cells: Record<string, Partial<Cell>>): Promise<string> {
    const path = join(folder, name);
    const sheet = { name: 'Figures & sums', cells: new Map(Object.entries(cells)) };
    await writeFile(path, await writeXlsx({ sheets: [{ name: 'Empty' }, sheet] }));
    return path;
  }

  test('formulas are calculated anew, whatever results the file claims', async () => {
    const path = await save('wrong.xlsx', {
      '0,0': { value: 0.1 },
      '1,0': { value: 0.2 },
      '2,0': { formula: 'SUM(A1:A2)/3', formulaResult: 99 },
      '3,0': { formula: 'A1>0', formulaResult: false },
      '4,0': { formula: '"ą"&"<"&A1', formulaResult: 'wrong' },
      '5,0': { formula: '1/0', formulaResult: 5 },
      '6,0': { formula: 'NA()' },
      '7,0': { formula: '0.001/7', style: { numFmt: '[h]:mm' } },
      '8,0': { value: ' a\nb ' },
      '9,0': { formula: 'SUM(IF(A1:A2>0.15,A1:A2))', formulaType: 'array', formulaRef: 'A10', formulaResult: 1 },
      '10,0': { formula: 'A1:A2*10', formulaType: 'array', formulaRef: 'A11:A12', formulaResult: 7 },
      '11,0': { value: 8 },
      '12,0': { formula: '_xlfn.MAXIFS(A1:A2,A1:A2,"<0.15")', formulaResult: 3 },
    });
    const sheets = await recalculate(path);
    expect([...sheets.keys()]).toEqual(['Empty', 'Figures & sums']);
    const values = sheets.get('Figures & sums');
    expect(values?.get('A3')).toBeCloseTo(0.1, 14);
    expect(values?.get('A4')).toBe(true);
    expect(values?.get('A5')).toBe('ą<0.1');
    expect(values?.get('A6')).toEqual({ error: '#DIV/0!' });
    expect(values?.get('A7')).toEqual({ error: '#N/A' });
    expect(values?.get('A8')).toBeCloseTo(0.001 / 7, 17);
    expect(values?.get('A9')).toBe(' a\nb ');
    expect(values?.get('A10')).toBe(0.2);
    expect([values?.get('A11'), values?.get('A12')]).toEqual([1, 2]);
    expect(values?.get('A13')).toBe(0.1);
    expect(values?.get('B1')).toBeUndefined();
  });

  test('a file that is opened and saved again keeps what LibreOffice understood', async () => {
    const path = await save('plain.xlsx', { '0,0': { value: 'x', style: { font: { bold: true } } } });
    const { sheets } = await readXlsx(await resave(path), { readStyles: true });
    expect(sheets[1]?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
  });

  test('a file is printed', async () => {
    const pdf = await toPdf(await save('printed.xlsx', { '0,0': { value: 'Hello' } }));
    expect((await readFile(pdf)).subarray(0, 4).toString()).toBe('%PDF');
  });

  describeWithPdftoppm('pictures of pages', () => {
    test('every page is drawn', async () => {
      const pages = await pdfToPng(
        await toPdf(await save('drawn.xlsx', { '0,0': { value: 'x' }, '80,0': { value: 'y' } })),
      );
      expect(pages).toHaveLength(2);
      for (const page of pages) expect((await readFile(page)).subarray(1, 4).toString()).toBe('PNG');
    });
  });

  test('a missing file gives a clear sentence', async () => {
    await expect(recalculate(join(folder, 'missing.xlsx'))).rejects.toThrow(/LibreOffice could not convert .*missing/);
  });
});
