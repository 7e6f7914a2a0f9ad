/** Screen texts of open votes, as their organisers see them, in Chinese. */
export const zhCNOpenVotes = {
  'contests.open.per.device': '每个浏览器',
  'contests.open.per.address': '每个网络',
  'contests.open.per.all': '全部合计',
  'contests.open.in.total': '整个投票期间',
  'contests.open.in.day': '每天',
  'contests.open.in.hour': '每小时',
  'contests.open.limit': '{{per}}{{window}}最多 {{max}} 票，超出的单独列出',
  'contests.open.title': '单独列出的票',
  'contests.open.help': '只有汇总数字，不涉及任何投票人。超出封存限额的票不计入名次，两种票数都向所有人公布。',
  'contests.open.turnout': '收到 {{raw}} 票，其中单独列出 {{apart}} 票，计入 {{ballots}} 票（空白 {{blank}}）',
  'contests.open.rule': '限额',
  'contests.open.apart': '单独列出',
  'contests.open.no-limits': '没有封存限额，没有单独列出的票。',
  'contests.open.raw-votes': '收到的得票',
  'contests.open.cleaned-votes': '计入的得票',
};
