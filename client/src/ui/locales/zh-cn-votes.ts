/** 账号持有人投票。 */
export const zhCNVotes = {
  'votes.title': '投票',
  'votes.now': '正在投票，{{closes}} 截止，您可以投票。',
  'votes.soon': '将于 {{opens}} 开始投票。',
  'votes.drawn': '正在投票，{{closes}} 截止。您已领取投票码；是否已投票，系统无从得知。',
  'votes.over': '投票已结束。',
  'votes.go': '去投票',
  'votes.results': '查看结果',
  'votes.ready': '已领取投票码',
  'votes.secret': '凭此码进入投票站，投票站不知道您的账号。系统只记录您领取过投票码，不记录是哪一个。',
  'votes.number': '投票码编号：{{slip}}',
  'votes.lost': '请记下编号。用本浏览器可再次进入；如遗失且尚未使用，可把编号告诉组织者补发。',
  'votes.enter': '进入投票站',
};
