import type { GridColumn } from '../../../client/src/grid/column.ts';
import type { GridHighlight, GridProblem, GridRemark } from '../../../client/src/grid/notes.ts';
import type { GridRow } from '../../../client/src/grid/row.ts';

/** A crew list of ten columns, with every kind of cell that is typed into. */
export const columns: readonly GridColumn[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true, placeholder: '真实姓名' },
  {
    key: 'berth',
    title: '舱位',
    kind: 'choice',
    required: true,
    options: [
      { code: 'u', title: '上铺' },
      { code: 'l', title: '下铺' },
    ],
  },
  { key: 'age', title: '年龄', kind: 'integer', required: true },
  {
    key: 'duties',
    title: '岗位（可多选）',
    kind: 'choices',
    required: true,
    options: [
      { code: 1, title: '驾驶员' },
      { code: 2, title: '轮机员' },
      { code: 3, title: '船医' },
      { code: 4, title: '厨师' },
      { code: 5, title: '水手' },
    ],
  },
  { key: 'trained', title: '是否受训', kind: 'boolean', titlePath: ['培训'], required: true },
  { key: 'training', title: '培训时间及内容', kind: 'long-text', titlePath: ['培训'], help: '写明起止日期' },
  { key: 'boarded', title: '登船日期', kind: 'date' },
  { key: 'pay', title: '津贴（元）', kind: 'decimal' },
  { key: 'port', title: '所属港口/部门/见习船员请注明学校', kind: 'text' },
  { key: 'phone', title: '联系电话', kind: 'text', required: true },
];

const names = ['张三', '李四', '王五', '赵六', '孙七', '周八'];

export const crewOf = (count: number): GridRow[] =>
  Array.from({ length: count }, (_, index) => ({
    _id: `row-${String(index)}`,
    name: `${names[index % names.length] ?? ''}${index < names.length ? '' : String(index)}`,
    berth: index % 3 === 0 ? 'l' : 'u',
    age: 20 + (index % 40),
    duties: index % 4 === 0 ? [1, 3] : [5],
    trained: index % 2 === 0,
    ...(index % 2 === 0 ? { training: '2024年3月，急救与消防培训，共两天' } : {}),
    boarded: '2024-03-28',
    pay: 1200.5,
    port: '东港',
    phone: `1380000${String(1000 + index)}`,
  }));

export const example: GridRow = {
  _id: 'example',
  name: '钱九',
  berth: 'l',
  age: 35,
  duties: [1, 2],
  trained: true,
  training: '2023年11月，消防培训',
  boarded: '2023-12-01',
  pay: 800,
  port: '西港',
  phone: '13900000000',
};

export const remarks: readonly GridRemark[] = [
  { row: 'row-2', field: 'port', text: '请写全称', status: 'open' },
  { row: 'row-3', field: 'phone', text: '号码有误？', status: 'answered' },
];

export const highlights: readonly GridHighlight[] = [
  { row: 'row-1', field: 'age', kind: 'changed', before: '12' },
  { row: 'row-4', kind: 'added' },
  { row: 'row-5', kind: 'removed' },
];

/** The page's own small validation: names and ages are asked for, a young age is worth a second look. */
export const problemsIn = (rows: readonly GridRow[]): GridProblem[] =>
  rows.flatMap((row): GridProblem[] => [
    ...(row['name'] === undefined
      ? [{ row: row._id, field: 'name', message: '请填写姓名', severity: 'error' as const }]
      : []),
    ...(row['age'] === 21
      ? [{ row: row._id, field: 'age', message: '年龄偏小，请核对', severity: 'warning' as const }]
      : []),
  ]);
