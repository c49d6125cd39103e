import { toXlsxFormula } from '../../../host/formula/xlsx-formula';

const sizeOf = () => ({ rows: 500, columns: 26 });

describe('a formula in the dialect of .xlsx files', () => {
  test.each([
    ['=SUM(A1;B2)', 'SUM(A1,B2)'],
    ['=IF(A1>=1;"a;b";2)', 'IF(A1>=1,"a;b",2)'],
    ['=SUM(A2:A)', 'SUM(A2:A$1048576)'],
    ['=SUM($A$2:$A)', 'SUM($A$2:$A$1048576)'],
    ['=SUM(A:A;2:2)', 'SUM(A:A,2:2)'],
    ['=SUM(B2:2)', 'SUM(B2:$XFD2)'],
    ['=COUNTIFS(\'My deals\'!$E$2:$E;"=won")', 'COUNTIFS(\'My deals\'!$E$2:$E$1048576,"=won")'],
    ['=MAXIFS(B1:B9;A1:A9;1)+MINIFS(B1:B9;A1:A9;1)', '_xlfn.MAXIFS(B1:B9,A1:A9,1)+_xlfn.MINIFS(B1:B9,A1:A9,1)'],
    ['=IFS(A1=1;"x";TRUE;"y")', '_xlfn.IFS(A1=1,"x",TRUE,"y")'],
    [
      '=SWITCH(A1;1;"x")&TEXTJOIN(",";TRUE;A1:B1)&CONCAT("a";"b")',
      '_xlfn.SWITCH(A1,1,"x")&_xlfn.TEXTJOIN(",",TRUE,A1:B1)&_xlfn.CONCAT("a","b")',
    ],
    ['=CONCATENATE(A1:A3;"x")', '_xlfn.CONCAT(A1:A3,"x")'],
    ['=(1+2)*-3^2%', '(1+2)*-3^2%'],
    ['=1-(2-3)-4', '1-(2-3)-4'],
    ['=2^(3^2)', '2^(3^2)'],
    ['=(A1=B1)=C1', 'A1=B1=C1'],
    ['=A1=(B1=C1)', 'A1=(B1=C1)'],
    ['=-(A1+B1)%', '(-(A1+B1))%'],
    ['="say ""hi"""', '"say ""hi"""'],
    ['=SUM({1,-2;3,4})', 'SUM({1,-2;3,4})'],
    ['=SUM(A1:INDEX(A1:A9;3))', 'SUM(A1:INDEX(A1:A9,3))'],
    ['=#REF!+1', '#REF!+1'],
    // What Google takes for granted, and Excel does not.
    ['=ROUND(A1)+CEILING(A1)', 'ROUND(A1,0)+CEILING(A1,1)'],
    ['=IFERROR(A1/B1)', 'IFERROR(A1/B1,"")'],
    ['=IF(N(B1)=0;;A1/B1)', 'IF(N(B1)=0,"",A1/B1)'],
    ['=IF(A1;IFERROR(B1;);1)', 'IF(A1,IFERROR(B1,""),1)'],
    ['=1+IF(A1;;2)', '1+IF(A1,,2)'],
  ])('%s is %s', (formula, expected) => {
    expect(toXlsxFormula(formula)).toEqual({ formula: expected, array: false });
  });

  test.each([
    ['=ARRAYFORMULA(A2:A*2)', 'A2:A$500*2'],
    ['=IFERROR(ARRAYFORMULA(MEDIAN(IF(A2:A="x";B2:B)));"")', 'IFERROR(MEDIAN(IF(A2:A$500="x",B2:B$500)),"")'],
    ['=ARRAYFORMULA(SUM(A1:A9)-1)*2', '(SUM(A1:A9)-1)*2'],
    ['=SUM(ARRAYFORMULA(Data!A:A+1))', 'SUM(Data!A$1:A$500+1)'],
    ['=INDEX(A1:A9*2;3)', 'INDEX(A1:A9*2,3)'],
  ])('%s is the array formula %s', (formula, expected) => {
    expect(toXlsxFormula(formula, { sizeOf })).toEqual({
      formula: expected,
      array: true,
    });
  });

  test.each([
    '=SUMPRODUCT((A2:A=1)*1)',
    '=COUNTIF(A2:A;"")',
    '=COUNTIFS(A2:A;"<>x")',
    '=COUNTBLANK(A2:A)',
    '=ROWS(A2:A)',
  ])('where blank rows would count or cost, %s ends with the sheet', (formula) => {
    expect(toXlsxFormula(formula, { sizeOf })).toEqual({ formula: expect.stringContaining('A2:A$500'), array: false });
  });

  test('reads decimal commas where the locale has them', () => {
    expect(toXlsxFormula('=SUM(0,5;1)', { locale: 'pl_PL' })).toEqual({ formula: 'SUM(0.5,1)', array: false });
  });

  test.each([
    '=WIN_RATE(A2:A)',
    '=UNIQUE(A2:A)',
    '=REGEXMATCH(A1;"x")',
    '=SUM(FILTER(A1:A9;B1:B9=1))',
    '=LET(x;1;x)',
    '=SPLIT(A1;",")',
    '=INDIRECT("A2:A")',
    '={A1:A3;B1:B3}',
    '=COUNTUNIQUE(A1:A9)',
    '=some_name',
    '=SUM(',
  ])('%s cannot go out', (formula) => {
    expect(toXlsxFormula(formula, { sizeOf })).toBeUndefined();
  });
});

describe('COUNTUNIQUEIFS', () => {
  const conditions = (criteria: string) => {
    const translated = toXlsxFormula(`=COUNTUNIQUEIFS(A2:A9;${criteria})`);
    if (!translated) return undefined;
    expect(translated.array).toBe(true);
    return /^IF\(COUNT\(A2:A9\)=COUNTA\(A2:A9\),IF\(SUM\(.*\)=0,0,SUM\(--\(FREQUENCY\(IF\(IFERROR\(\(A2:A9<>""\)\*(.*?),0\),A2:A9\),A2:A9\)>0\)\)\),/.exec(
      translated.formula,
    )?.[1];
  };

  test.each([
    ['B2:B9;"won"', '(B2:B9="won")'],
    ['B2:B9;"=a~*b~~c"', '(B2:B9="a*b~c")'],
    ['B2:B9;"<>"', '(B2:B9<>"")'],
    ['B2:B9;""', '(B2:B9="")'],
    ['B2:B9;"*"', '(ISTEXT(B2:B9))'],
    ['B2:B9;"<>lost"', '(B2:B9<>"lost")'],
    ['B2:B9;"=5"', '(((B2:B9=5)+(B2:B9="5")>0))'],
    ['B2:B9;5', '(B2:B9=5)'],
    ['B2:B9;">=0"', '(ISNUMBER(B2:B9)*(B2:B9>=0))'],
    ['B2:B9;">="&$D$1;B2:B9;"<"&$D$2', '(ISNUMBER(B2:B9)*(B2:B9>=($D$1)))*(ISNUMBER(B2:B9)*(B2:B9<($D$2)))'],
    ['B2:B9;"="&D1', '(B2:B9=(D1))'],
    ['B2:B9;"="&SUBSTITUTE(SUBSTITUTE(D1;"~";"~~");"*";"~*")', '(B2:B9=(D1))'],
    ['B2:B9;IF(D1="All";"<>";"="&D1)', '(IF(D1="All",B2:B9<>"",B2:B9=(D1)))'],
  ])('takes %s as %s', (criteria, expected) => {
    expect(conditions(criteria)).toBe(expected);
  });

  test.each(['B2:B9;"a*"', 'B2:B9;">=abc"', 'B2:B9;D1', 'B2:B9;"TRUE"', 'B2:C9;"x"'])(
    'cannot go out with %s',
    (criteria) => {
      expect(conditions(criteria)).toBeUndefined();
    },
  );

  test('needs to know where an open column ends', () => {
    expect(toXlsxFormula('=COUNTUNIQUEIFS(A2:A;B2:B;"x")')).toBeUndefined();
    expect(toXlsxFormula('=COUNTUNIQUEIFS(A2:A;B2:B;"x")', { sizeOf })?.formula).toContain('(B2:B$500="x")');
  });
});
