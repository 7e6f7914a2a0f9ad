/** Screen texts of contests that judges alone decide, in Chinese. */
export const zhCNJury = {
  'contests.jury.plan': '建立评选',
  'contests.jury.judging': '评审中',
  'contests.jury.times': '评审时间',
  'contests.jury.no-vote': '不设投票，只按评委评分排名',
  'contests.jury.chart': '各项得分',
  'contests.jury.next.seal':
    '核对规则和候选名单后封存：规则和候选从此不能改动。宜在评审开始之前完成。一位提出，另一位确认。',
  'contests.jury.next.voting': '评审进行中。全部评委完成之前，任何组织者都不能计分；完成后自动进入下一步。',
  'contests.jury.next.closed': '评委已全部完成。请当众抽取一个公开数字（如开奖号码、骰子点数）并登记，用于同分时抽签。',
  'contests.jury.next.count': '可以计分了。每次计分都会保留。',
};
