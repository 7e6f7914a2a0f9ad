import type { Marks, Matter, TaskRule } from '../../contract/definition/judging.ts';
import { say } from '../lint/check.ts';
import { entries } from './entries.ts';
import { list } from './list.ts';
import { oneOf } from './shown-value.ts';
import { type Tell, setting, table, text } from './telling.ts';

/** How tasks, marks and matters are told when they change. */

const ASSIGN = { all: say('给每个人', 'to everybody'), claim: say('自行接单', 'to who claims it') };

const TASK = table<TaskRule>({
  title: text(say('名称', 'the title')),
  actors: list({ thing: say('办理者', 'actor'), grade: 'C' }),
  claim: setting('C', say('接单', 'being claimed')),
  for_each: setting('D', say('逐项办理的对象', 'what it is done for one by one')),
  quorum: setting('C', say('须完成的人数', 'how many must finish')),
  outcome: setting('C', say('可选结论', 'the outcomes')),
  majority: setting('C', say('多数决', 'the majority')),
  four_eyes: setting('C', say('双人一致', 'two who agree')),
  except: setting('C', say('回避条件', 'who is kept from it')),
  assign: setting('C', say('分派方式', 'how it is given'), oneOf(ASSIGN)),
});

/** What waits in a state. */
export const tasks: Tell<Readonly<Record<string, TaskRule>>> = entries<TaskRule>({
  thing: say('任务', 'task'),
  added: 'D',
  removed: 'D',
  inside: TASK,
});

const COMBINE = {
  mean: say('平均分', 'the mean'),
  trimmed_mean: say('去掉最高最低后的平均分', 'the trimmed mean'),
  sum: say('总分', 'the sum'),
};

const MARKS = table<Marks>({
  title: text(say('名称', 'the title')),
  form: setting('E', say('评分表', 'the sheet')),
  by: list({ thing: say('评分者', 'actor'), grade: 'C' }),
  task: setting('D', say('所属任务', 'the task')),
  fields: setting('C', say('计分项', 'the numbers that count')),
  combine: setting('C', say('合并办法', 'how marks are combined'), oneOf(COMBINE)),
});

/** What judges mark. */
export const marks: Tell<Readonly<Record<string, Marks>>> = entries<Marks>({
  thing: say('评分', 'marks'),
  added: 'C',
  removed: 'D',
  inside: MARKS,
});

const MATTER = table<Matter>({
  title: text(say('名称', 'the title')),
  form: setting('E', say('所用表单', 'the form')),
  by: list({ thing: say('提出者', 'actor who opens'), grade: 'C' }),
  close: list({ thing: say('答复者', 'actor who closes'), grade: 'C' }),
  public: setting('C', say('公众可提出', 'being open to the public')),
});

/** Side records of a case. */
export const matters: Tell<Readonly<Record<string, Matter>>> = entries<Matter>({
  thing: say('附带事项', 'matter'),
  added: 'C',
  removed: 'D',
  inside: MATTER,
});
