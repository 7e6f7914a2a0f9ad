import { formValidator } from '../../../server/registry/form-validator.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { buildModels } from '../../../server/registry/shelf.ts';
import { schemaCompiler } from '../../../server/registry/validator-options.ts';
import { DEFINITIONS } from '../database/stage.ts';
import { type Figure, figure, median } from '../figure.ts';
import { SHEET } from '../load/sheet.ts';

const ROUNDS = 5;
const CACHED_TIMES = 20_000;
const FRESH_TIMES = 10;

/** A fresh compilation for each row costs a hundredfold and more. */
const MOST_RATIO = 0.01;

const microseconds = (times: number, work: () => void): number => {
  const began = performance.now();
  for (let time = 0; time < times; time += 1) work();
  return ((performance.now() - began) * 1000) / times;
};

/** One row, checked by the validator that is kept for the form's version, beside one that is compiled for it. */
export const validatorFigures = async (): Promise<Figure[]> => {
  const { sources } = await readFolder(DEFINITIONS);
  const schema = buildModels(sources).programmes.get('speed')?.forms.get('count_sheet')?.schema;
  if (schema === undefined) throw new Error('the form of the measurements does not load');
  const row = { ...SHEET, trees: SHEET.trees.slice(0, 1) };
  const validate = formValidator(schema);
  if (validate(row).length > 0) throw new Error('the row of the measurements is not valid');
  const cached: number[] = [];
  const fresh: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    cached.push(microseconds(CACHED_TIMES, () => validate(row)));
    fresh.push(microseconds(FRESH_TIMES, () => schemaCompiler().compile(schema)(row)));
  }
  return [
    figure('validate a row, cached', [median(cached), 'µs'], {
      limit: { value: median(fresh), of: 'compiled for each row' },
      target: { of: 'ratio', most: MOST_RATIO },
    }),
  ];
};
