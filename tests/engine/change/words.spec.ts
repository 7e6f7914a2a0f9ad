import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Form } from '../../../server/contract/definition/form.ts';
import type { Programme } from '../../../server/contract/definition/programme.ts';
import type { Workflow } from '../../../server/contract/definition/workflow.ts';
import { type Change, gravest, needsSecondPerson } from '../../../server/engine/change/change.ts';
import { definitionChanges } from '../../../server/engine/change/definition-change.ts';

const PROGRAMME = parse(`
apiVersion: formflow/v1
kind: Programme
key: coast
title: {en: Coast watch, zh-CN: 海岸值守}
zone: Europe/Berlin
locales: [zh-CN, en]
organisation_kinds: {tower: {title: {en: Tower, zh-CN: 灯塔}}, ship: {title: {en: Ship, zh-CN: 船}}}
roles: {keeper: {title: Keeper, may: [cases.fill]}, master: {title: Master, may: [cases.review]}}
tables: {lamps: {columns: {title: text, watts: int}, rows: {oil: {title: Oil, watts: 10}, arc: {title: Arc, watts: 90}}}}
workflows: [log]
`) as Programme;

const FORM = parse(`
$schema: https://json-schema.org/draft/2020-12/schema
$id: log
title: {en: Log, zh-CN: 日志}
type: object
required: [keeper]
properties:
  keeper: {type: string, title: {en: Keeper, zh-CN: 值守人}, maxLength: 40}
  trained: {type: boolean, title: {en: Trained, zh-CN: 受过培训}}
  training: {type: string, title: {en: Training, zh-CN: 培训内容}}
  types:
    type: array
    title: {en: Types, zh-CN: 类型}
    maxItems: 4
    items: {oneOf: [{const: 1, title: {en: First, zh-CN: 甲}}, {const: 2, title: {en: Second, zh-CN: 乙}}, {const: 8, title: {en: Other, zh-CN: 其他}}]}
  visits:
    type: array
    title: {en: Visits, zh-CN: 来访}
    maxItems: 50
    items:
      type: object
      required: [ship]
      properties: {ship: {type: string, title: {en: Ship, zh-CN: 船名}}, tons: {type: integer, title: {en: Tons, zh-CN: 吨位}}}
x-layout: {mode: table, attachment: {en: Annex 1, zh-CN: 附件1}, heading: {en: Log, zh-CN: 日志}}
`) as Form;

const WORKFLOW = parse(`
apiVersion: formflow/v1
kind: Workflow
key: log
title: {en: Log, zh-CN: 日志报送}
subject: {form: log, per: [organisation], audience: {kinds: [tower]}}
actors: {keeper: {role: keeper, scope: own}, master: {role: master, scope: programme}}
deadlines: {send: {title: {en: Send it, zh-CN: 报送}, on: 2024-03-31, remind: [P7D], for: {ship: {on: 2024-04-30}}}}
initial: open
states:
  open:
    title: {en: Open, zh-CN: 填报中}
    deadline: send
    rights: {keeper: {write: all}}
    on: {send: {kind: submit, title: {en: Send, zh-CN: 提交}, by: [keeper], to: sent}}
  sent:
    title: {en: Sent, zh-CN: 已报}
    final: success
`) as Workflow;

/** The sentences about one change, each after its class. */
const told = <Definition extends Form | Workflow | Programme>(
  before: Definition,
  change: (copy: Definition) => void,
  language: 'zh-CN' | 'en' = 'en',
): string[] => {
  const after = structuredClone(before);
  change(after);
  const kind = '$id' in before ? 'Form' : before.kind;
  return definitionChanges({ of: { kind, key: 'log' }, programme: PROGRAMME, before, after }).map(
    (one: Change) => `${one.class} ${one.words[language]}`,
  );
};

const columnsOf = (form: Form): Record<string, object> =>
  form.properties['visits']?.items?.properties as Record<string, object>;
const choicesOf = (form: Form): object[] => form.properties['types']?.items?.oneOf as object[];

describe('what changed in a form, in words', () => {
  it('names a new field by where it stands, its title, and whether it must be filled in', () => {
    const party = { type: 'string', title: { en: 'Party', 'zh-CN': '政治面貌' } } as const;
    expect(told(FORM, (form) => (form.properties['party'] = party), 'zh-CN')).toEqual([
      'C 附件1：新增选填项“政治面貌”',
    ]);
    const column = (form: Form): void => {
      columnsOf(form)['party'] = party;
      form.properties['visits']?.items?.required?.push('party');
    };
    expect(told(FORM, column, 'zh-CN')).toEqual(['C 附件1名单“来访”：新增必填列“政治面貌”']);
  });

  it('tells a renamed choice from one that is gone in the middle, and from one whose code changed', () => {
    const rename = (form: Form): void =>
      void Object.assign(choicesOf(form)[2] ?? {}, { title: { en: 'Others', 'zh-CN': '其他请说明' } });
    expect(told(FORM, rename, 'zh-CN')).toEqual(['A 附件1填写项“类型”：选项“8 其他”改名为“其他请说明”']);
    expect(told(FORM, (form) => choicesOf(form).splice(1, 1))).toEqual([
      'E Annex 1, field "Types": option "2 Second" is gone',
    ]);
    const recode = (form: Form): void => void Object.assign(choicesOf(form)[1] ?? {}, { const: 3 });
    expect(told(FORM, recode)).toEqual(['E Annex 1, field "Types": the code of option "3 Second" changed from 2 to 3']);
  });

  it('says that a label was edited, and nothing else', () => {
    const label = (form: Form): void => void Object.assign(form.properties['keeper'] ?? {}, { title: 'On watch' });
    expect(told(FORM, label)).toEqual(['A Annex 1, field "Keeper": the title changed from "Keeper" to "On watch"']);
  });

  it('knows a field again under another key by its title, and one of another type', () => {
    const rekey = (form: Form): void => {
      const { ship, ...rest } = columnsOf(form);
      Object.assign(form.properties['visits']?.items ?? {}, {
        properties: { vessel: ship, ...rest },
        required: ['vessel'],
      });
    };
    expect(told(FORM, rekey)).toEqual([
      'E Annex 1, roster "Visits": the key of column "Ship" changed from ship to vessel',
    ]);
    const retype = (form: Form): void => void Object.assign(columnsOf(form)['tons'] ?? {}, { type: 'string' });
    expect(told(FORM, retype)).toEqual([
      'E Annex 1, roster "Visits", column "Tons": the type changed from integer to text',
    ]);
  });

  it('takes a moved column for a matter of order', () => {
    const move = (form: Form): void => {
      const { ship, tons } = columnsOf(form);
      Object.assign(form.properties['visits']?.items ?? {}, { properties: { tons, ship } });
    };
    expect(told(FORM, move)).toEqual(['A Annex 1, roster "Visits": the order of the columns changed']);
  });

  it('reads a condition out as a sentence', () => {
    const condition = (form: Form): void => {
      form.if = { properties: { trained: { const: true } }, required: ['trained'] };
      form.then = { required: ['training'] };
      form.else = { properties: { training: false } };
    };
    expect(told(FORM, condition, 'zh-CN')).toEqual([
      'C 附件1：新增条件：当“受过培训”为是时，“培训内容”必填',
      'C 附件1：新增条件：除非“受过培训”为是，否则“培训内容”不填',
    ]);
  });
});

describe('what changed in a workflow, in words', () => {
  it('tells a moved deadline for all and for a kind, as what moves dates', () => {
    const move = (workflow: Workflow): void => {
      const send = workflow.deadlines?.['send'];
      if (send !== undefined) Object.assign(send, { on: '2024-04-07', remind: ['P3D'] });
      Object.assign(send?.for?.['ship'] ?? {}, { on: '2024-05-31' });
    };
    expect(told(WORKFLOW, move, 'zh-CN')).toEqual([
      'B 日志报送截止“报送”：日期从“2024-03-31”改为“2024-04-07”',
      'B 日志报送截止“报送”适用于“船”：日期从“2024-04-30”改为“2024-05-31”',
      'B 日志报送截止“报送”：删去提醒（提前7天）',
      'B 日志报送截止“报送”：新增提醒（提前3天）',
    ]);
  });

  it('tells a state put in between as structure, and who may act in it as a rule', () => {
    const review = (workflow: Workflow): void => {
      Object.assign(workflow.states['open']?.on?.['send'] ?? {}, { to: 'review', by: ['keeper', 'master'] });
      workflow.states['review'] = { title: { en: 'Review', 'zh-CN': '区级审核' } };
    };
    const lines = told(WORKFLOW, review, 'zh-CN');
    expect(lines).toEqual([
      'C 日志报送环节“填报中”操作“提交”：新增办理者“master”',
      'D 日志报送环节“填报中”操作“提交”：去向从“已报”改为“区级审核”',
      'D 日志报送：新增环节“区级审核”',
    ]);
  });
});

describe('the class of a change', () => {
  it('is the gravest of all, and asks for a second person from structure on', () => {
    const classes = ['A', 'D', 'B'] as const;
    expect(gravest(classes.map((one) => ({ class: one })))).toBe('D');
    expect(gravest([])).toBeNull();
    expect((['A', 'B', 'C', 'D', 'E'] as const).filter(needsSecondPerson)).toEqual(['D', 'E']);
    expect(told(PROGRAMME, ({ tables }) => delete tables?.['lamps']?.rows['oil'])).toEqual([
      'E Coast watch, list "lamps": row "Oil" is gone',
    ]);
  });
});
