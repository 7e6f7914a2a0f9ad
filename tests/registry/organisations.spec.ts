import { describe, expect, it } from '@jest/globals';
import { Programme } from '../../server/contract/definition/programme.ts';
import { unknownOrganisationNames } from '../../server/registry/organisation-names.ts';
import { readOrganisations } from '../../server/registry/organisations.ts';

const HEADER = 'code,title,kinds,level,parent,relations,attributes\n';

const told = (text: string | Uint8Array): string[] =>
  readOrganisations(text).findings.map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message.en}`);

// 海州 as a Chinese Windows saves it.
const GB18030 = Buffer.concat([
  Buffer.from(`${HEADER}haizhou,`),
  Buffer.from([0xba, 0xa3, 0xd6, 0xdd]),
  Buffer.from(',office,,,,\n'),
]);

describe('lists of organisations', () => {
  it('reads kinds with days, relations and attributes', () => {
    const text = `${HEADER}north,North,office,county,,,\nmill,"Mill, Upper",station@2025-01-01..2025-06-30;hut,,north,tested_by=lab;tested_by=lab_2,beds=12;rural=true;river=Stour\n`;
    const { organisations, findings } = readOrganisations(text);
    expect(findings).toEqual([]);
    expect(organisations[0]).toMatchObject({
      line: 2,
      code: 'north',
      level: 'county',
      parent: null,
      kinds: [{ kind: 'office', from: null, to: null }],
    });
    expect(organisations[1]).toEqual({
      line: 3,
      code: 'mill',
      title: 'Mill, Upper',
      kinds: [
        { kind: 'station', from: '2025-01-01', to: '2025-06-30' },
        { kind: 'hut', from: null, to: null },
      ],
      level: null,
      parent: 'north',
      relations: { tested_by: ['lab', 'lab_2'] },
      attributes: { beds: 12, rural: true, river: 'Stour' },
    });
  });

  it.each([
    ['UTF-8', Buffer.from(`${HEADER}haizhou,海州,office,,,,\n`)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${HEADER}haizhou,海州,office,,,,\n`)],
    ['GB18030', GB18030],
    ['line ends of Windows', Buffer.from(`${HEADER}haizhou,海州,office,,,,\n`.replaceAll('\n', '\r\n'))],
    ['columns in another order', Buffer.from('kinds,title,code\noffice,海州,haizhou\n')],
  ])('reads %s', (_, bytes) => {
    expect(readOrganisations(bytes)).toMatchObject({
      organisations: [{ code: 'haizhou', title: '海州' }],
      findings: [],
    });
  });

  it.each([
    ['a column it does not know', 'code,titel,kinds\n', '1:2 unknown-column: There is no column "titel"'],
    ['a missing column', 'code,title\n', '1:1 missing-column: The column "kinds" is missing'],
    ['a column twice', `code,title,kinds,code\n`, '1:4 column-twice'],
    ['a code with blanks', `${HEADER}a b,T,office,,,,\n`, '2:1 cell: A code is letters, digits, - and _, at most 60'],
    ['a missing title', `${HEADER}a,,office,,,,\n`, '2:2 cell: A title is 1 to 200 characters'],
    ['a kind that is no key', `${HEADER}a,T,Office,,,,\n`, '2:3 cell: "Office" is no kind of organisation'],
    ['a day that does not exist', `${HEADER}a,T,office@2025-02-30..,,,,\n`, '2:3 cell'],
    ['a code twice', `${HEADER}a,T,office,,,,\na,U,office,,,,\n`, '3:1 code-twice: The code "a" is there twice'],
    ['an attribute without a value', `${HEADER}a,T,office,,,,beds\n`, '2:7 cell: "beds" is no attribute'],
    ['a prototype as an attribute', `${HEADER}a,T,office,,,,__proto__=1\n`, '2:7 cell'],
    ['an open quote', `${HEADER}a,"T,office,,,,\n`, 'csv-syntax: This line is not CSV'],
  ])('tells the line and column of %s', (_, text, expected) => {
    expect(told(text).join('\n')).toContain(expected);
    expect(({} as Record<string, unknown>)['beds']).toBeUndefined();
  });

  it('refuses too many rows and too large a file', () => {
    const rows = Array.from({ length: 20_001 }, (_, n) => `c${n},T,office,,,,\n`).join('');
    expect(told(HEADER + rows)).toEqual(['20002:1 too-many-rows: At most 20000 organisations']);
    expect(told('x'.repeat(5_000_001))).toEqual(['1:1 too-large: A file is at most 5000000 bytes']);
  });

  it('says of an empty file nothing and gives nothing', () => {
    expect(readOrganisations('')).toEqual({ organisations: [], findings: [] });
  });

  it('finds kinds, relations and parents that nobody knows', () => {
    const programme = Programme.parse({
      apiVersion: 'formflow/v1',
      kind: 'Programme',
      key: 'trial',
      title: 'T',
      zone: 'UTC',
      locales: ['en'],
      organisation_kinds: { office: { title: 'Office' } },
      roles: {},
      workflows: [],
    });
    const { organisations } = readOrganisations(`${HEADER}a,A,ofice,,b,near=a,\n`);
    const found = unknownOrganisationNames(organisations, programme, 'o.csv').map(({ line, message, suggestion }) => [
      line,
      message.en,
      suggestion?.en,
    ]);
    expect(found).toEqual([
      [2, 'There is no kind of organisation "ofice"', 'Did you mean "office"?'],
      [2, 'There is no organisation "b"', 'Did you mean "a"?'],
      [2, 'There is no relation "near"', undefined],
    ]);
  });

  it('takes kinds by the titles that people know, with their days', () => {
    const names = new Map([['村', 'kind_5']]);
    const { organisations, findings } = readOrganisations(
      `${HEADER}a,A,村@2024-01-01..;office,,,,\n`,
      undefined,
      names,
    );
    expect(findings).toEqual([]);
    expect(organisations[0]?.kinds).toEqual([
      { kind: 'kind_5', from: '2024-01-01', to: null },
      { kind: 'office', from: null, to: null },
    ]);
  });
});
