/** What a case tells when its definitions have moved on. */
export const zhCNFollow = {
  'follow.form-changed': '表单在您上次填写之后有修改。仍在表单中的内容已保留，请检查一遍。',
  'follow.orphaned': '以下项目不再填写，已填的内容会一直保存：',
  'follow.orphaned-read': '表单早先版本中填写、现在已取消的项目：',
};
