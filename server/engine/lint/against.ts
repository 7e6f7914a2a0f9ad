import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import { fieldKind } from '../form/field-kind.ts';
import { type Path, type Remark, type Subject, say } from './check.ts';
import { fieldsIn } from './form-walk.ts';

/** A definition against the one that is in use: keys are permanent, and what holds data does not vanish. */

/** A field or a state of the version in use that the new one does not have. */
export interface Removed {
  of: Subject;
  name: string;
  path: Path;
}

/** What a field holds, in words: two fields of one nature take each other's values. */
export const nature = (field: Field): string => {
  const kind = fieldKind(field);
  const codes = field.oneOf?.map((option) => option.const) ?? field.enum;
  const type =
    field.type ?? (codes === undefined ? 'string' : [...new Set(codes.map((code) => typeof code))].sort().join('|'));
  if (kind === 'list') return `list of ${field.items === undefined ? 'string' : nature(field.items)}`;
  if (kind === 'section' || kind === 'roster') return kind;
  // A text may become a choice of texts and back: the stored values are of the same type.
  return type === 'integer' ? 'number' : `${type}${field.format === undefined ? '' : ` ${field.format}`}`;
};

/** Fields that kept their key and changed what they hold: what is stored under the key would no longer be read right. */
export const retyped = (of: Subject, before: Form, after: Form): Remark[] => {
  const old = new Map(fieldsIn(before).map(({ name, field }) => [name, field]));
  return fieldsIn(after).flatMap(({ name, path, field }): Remark[] => {
    const was = old.get(name);
    if (was === undefined || nature(was) === nature(field)) return [];
    return [
      {
        of,
        path,
        message: say(
          `字段“${name}”已发布过，不能改变它的类型（原为 ${nature(was)}，现为 ${nature(field)}）`,
          `The field "${name}" was published and cannot change what it holds (${nature(was)} became ${nature(field)})`,
        ),
        suggestion: say('请换一个新的键，旧的字段可以删去', 'Use a new key; the old field may go'),
      },
    ];
  });
};

/** Fields of the form in use that the new one lacks; the outermost of those that vanish together. */
export const removedFields = (of: Subject, before: Form, after: Form): Removed[] => {
  const kept = new Set(fieldsIn(after).map(({ name }) => name));
  const gone = fieldsIn(before)
    .map(({ name }) => name)
    .filter((name) => !kept.has(name));
  return gone
    .filter((name) => !gone.some((other) => name.startsWith(`${other}.`)))
    .map((name) => ({ of, name, path: ['properties'] }));
};

/** States of the workflow in use that the new one lacks. */
export const removedStates = (of: Subject, before: Workflow, after: Workflow): Removed[] =>
  Object.keys(before.states)
    .filter((state) => !Object.hasOwn(after.states, state))
    .map((name) => ({ of, name, path: ['states'] }));

/** The remark on a state that vanishes while cases stand in it; none where no case does. */
export const stateInUse = ({ of, name, path }: Removed, cases: number): Remark[] =>
  cases === 0
    ? []
    : [
        {
          of,
          path,
          message: say(
            `环节“${name}”被删去，但还有 ${cases} 个事项在此环节`,
            `The state "${name}" is gone while ${cases} cases stand in it`,
          ),
          suggestion: say('请保留该环节，等这些事项离开后再删', 'Keep the state until they have left it'),
        },
      ];

/** The remark on a binding that is gone while its cases run; none where no case does. */
export const bindingInUse = ({ of, name, path }: Removed, cases: number): Remark[] =>
  cases === 0
    ? []
    : [
        {
          of,
          path,
          message: say(
            `引用流程“${name}”被删去，但还有 ${cases} 个办理中的事项`,
            `The binding "${name}" is gone while ${cases} of its cases run`,
          ),
          suggestion: say('请保留它，等这些事项办结后再删', 'Keep it until these cases are done'),
        },
      ];

/** The remark on a workflow that is taken back although people have begun to report by it; none where nobody has. */
export const workflowInUse = ({ of, name, path }: Removed, cases: number): Remark[] =>
  cases === 0
    ? []
    : [
        {
          of,
          path,
          message: say(
            `流程“${name}”不能撤下，已有 ${cases} 个事项开始填报`,
            `The workflow "${name}" cannot be taken back: ${cases} of its cases were begun`,
          ),
          suggestion: say(
            '请等这些事项办结，或改用新版本修改它',
            'Wait until these cases are done, or change it by a new version',
          ),
        },
      ];

/** The remark on a field that vanishes while running cases hold a value in it; none where no case does. */
export const fieldInUse = ({ of, name, path }: Removed, cases: number): Remark[] =>
  cases === 0
    ? []
    : [
        {
          of,
          path,
          message: say(
            `字段“${name}”被删去，但还有 ${cases} 个办理中的事项填有内容`,
            `The field "${name}" is gone while ${cases} running cases hold a value in it`,
          ),
          suggestion: say('请保留该字段，等这些事项办结后再删', 'Keep the field until these cases are done'),
        },
      ];
