import { Form } from '../../../server/contract/definition/form.ts';
import type { Programme } from '../../../server/contract/definition/programme.ts';
import type { FormModel } from '../../../server/engine/environment.ts';
import type { FormFacts } from '../../../server/engine/environment-values.ts';

/** Forms of a beekeepers' association: a programme that never ships. */

/** A form of the given properties; further keywords of its top beside them. */
export const formOf = (properties: object, top: object = {}): Form =>
  Form.parse({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'apiary',
    title: '养蜂登记表',
    type: 'object',
    properties,
    ...top,
  });

/** A roster of rows with the given properties. */
export const rosterOf = (properties: object, row: object = {}, roster: object = {}): object => ({
  type: 'array',
  title: { 'zh-CN': '蜂箱', en: 'Hives' },
  maxItems: 2000,
  items: { type: 'object', properties, ...row },
  ...roster,
});

const PROGRAMME: Pick<Programme, 'key' | 'title' | 'zone' | 'locales'> = {
  key: 'bees',
  title: '养蜂',
  zone: 'Asia/Shanghai',
  locales: ['zh-CN', 'en'],
};

export const modelOf = (
  form: Form,
  more: { programme?: Partial<Programme>; workflow?: Partial<FormModel['workflow']> } = {},
): FormModel => ({
  form,
  workflow: { key: 'census', subject: { form: 'apiary', per: ['organisation'] }, ...more.workflow },
  programme: { ...PROGRAMME, ...more.programme },
  calendar: null,
});

export const ORGANISATION = {
  id: '0190a000-0000-7000-8000-000000000001',
  code: 'north',
  title: '北山合作社',
  kinds: ['farm'],
  level: null,
  attributes: {},
  ancestors: [],
  relations: {},
};

export const FACTS: FormFacts = {
  organisation: ORGANISATION,
  period: null,
  due: null,
  today: '2024-03-25',
  previous: null,
  userName: '李蜂',
};
