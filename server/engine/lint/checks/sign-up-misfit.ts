import { publicStarters, signUpAction, startByPeople } from '../../start-rule.ts';
import { type Check, type Path, type Remark, say, type WorkflowSubject, workflowsOf } from '../check.ts';

const complaints = ({ workflow }: WorkflowSubject): [Path, string, string][] => {
  const rule = startByPeople(workflow);
  if (rule === null) return [];
  const starters = publicStarters(workflow);
  if (starters.length === 0)
    return (['privacy', 'once'] as const)
      .filter((word) => rule[word] !== undefined)
      .map((word) => [
        ['start', word],
        `${word} 只用于面向社会的登记（scope: public）`,
        `${word} is for sign-ups without an account, by an actor with scope: public`,
      ]);
  const found: ([Path, string, string] | null)[] = [
    starters.length < rule.by.length
      ? [['start', 'by'], '面向社会的登记不能与有账号的人共用一个流程', 'Sign-ups without an account stand alone in by']
      : null,
    rule.privacy === undefined
      ? [
          ['start'],
          '面向社会的登记须写 privacy（隐私告知的版本和内容）',
          'A sign-up without an account needs privacy: the version and text of the notice',
        ]
      : null,
    signUpAction(workflow) === null
      ? [
          ['initial'],
          '起始环节须有一个由登记人办理的 submit 操作',
          'The first state needs a submit action by whoever signs up',
        ]
      : null,
    workflow.subject.per.includes('programme')
      ? [
          ['subject', 'per'],
          '登记须属于某个单位：per: [organisation]',
          'A sign-up belongs to an organisation: per: [organisation]',
        ]
      : null,
    rule.max !== undefined && rule.per === 'person'
      ? [
          ['start', 'per'],
          '没有账号的人按 once 辨认，不按 per: person',
          'Whoever has no account is told apart by once, not by per: person',
        ]
      : null,
  ];
  return found.filter((one) => one !== null);
};

const reads = ({ workflow }: WorkflowSubject): [Path, string, string][] => {
  const starters = publicStarters(workflow);
  return Object.entries(workflow.states).flatMap(([state, { rights = {} }]) =>
    state === workflow.initial
      ? []
      : starters
          .filter((actor) => rights[actor] !== undefined)
          .map((actor): [Path, string, string] => [
            ['states', state, 'rights', actor],
            '登记人没有账号，登记之后不能再查看内容，只能凭回执号查询状态',
            'Whoever signed up has no account: afterwards only the state can be looked up, by the receipt number',
          ]),
  );
};

/** A sign-up without an account has all that it needs, and lets nobody look into those of others. */
export const signUpMisfit: Check = {
  code: 'sign-up-misfit',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap((subject): Remark[] =>
      [...complaints(subject), ...reads(subject)].map(([path, zh, en]) => ({
        of: subject.of,
        path,
        message: say(zh, en),
      })),
    ),
};
