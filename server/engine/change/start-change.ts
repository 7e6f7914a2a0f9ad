import type { Quota } from '../../contract/definition/quota.ts';
import type { Start, StartByPeople } from '../../contract/definition/start.ts';
import { say } from '../lint/check.ts';
import { requirements } from './action-change.ts';
import { entries } from './entries.ts';
import { shownValue } from './shown-value.ts';
import { setting, table, type Tell } from './telling.ts';

const byPeople = table<StartByPeople>({
  by: setting('C', say('可以新建的参与者', 'who may begin a case')),
  max: setting('C', say('可以新建的数量', 'how many may be begun')),
  per: setting('C', say('数量上限的范围', 'for whom the number counts')),
  from: setting('C', say('可以新建的开始时间', 'from when on cases may be begun')),
  to: setting('C', say('可以新建的结束时间', 'until when cases may be begun')),
  require: requirements,
  privacy: setting('C', say('隐私告知', 'the privacy notice')),
  once: setting('C', say('辨认同一人的字段', 'the fields that tell one person from another')),
});

const whole = setting('D', say('发起方式', 'how cases begin'));

const isByPeople = (start: Start | undefined): start is StartByPeople => typeof start === 'object' && 'by' in start;

/** How cases begin: told word by word where people begin them before and after, else as a whole. */
export const starts: Tell<Start> = ({ before, after }, place) =>
  isByPeople(before) && isByPeople(after) ? byPeople({ before, after }, place) : whole({ before, after }, place);

export const quotas = entries<Quota>({
  thing: say('名额限制', 'limit'),
  added: 'C',
  removed: 'C',
  name: (_, key) => shownValue(key),
  inside: table<Quota>({
    count: setting('C', say('按件数计', 'counting cases')),
    sum: setting('C', say('合计的统计量', 'the number added up')),
    where: setting('C', say('计入的条件', 'which cases count')),
    by: setting('C', say('分组', 'the groups')),
    window: setting('C', say('计数的时间范围', 'the time over which it is counted')),
    max: setting('C', say('上限', 'the most')),
    on_exceed: setting('C', say('超出时', 'what becomes of a case beyond it')),
    message: setting('A', say('超出时的提示', 'what is said of a case beyond it')),
  }),
});
