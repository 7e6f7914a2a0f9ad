/**
 * Words of ordinary office sheets, Chinese and English, by which a sheet is read. What stands here is a first guess; where
 * it may be another thing, the person is asked.
 */

/** What a column or a line of a sheet can become. */
export type Guessed =
  | 'text'
  | 'long'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'date'
  | 'month'
  | 'yes-no'
  | 'one'
  | 'several'
  | 'phone'
  | 'person'
  | 'id-number'
  | 'email'
  | 'file';

export interface Word {
  /** Matches the whole title. */
  is?: RegExp;
  /** Matches its end. */
  ends?: RegExp;
  kind: Guessed;
  key?: string;
  /** Other kinds that it may as well be: then the person is asked. */
  or?: readonly Guessed[];
  /** The choices, where the word alone says them: code and title. */
  options?: readonly (readonly [string, string])[];
}

/** The first that matches counts. */
export const WORDS: readonly Word[] = [
  { is: /^(姓名|名字|name|full name)$/i, kind: 'person', key: 'name' },
  { is: /^(填表人|填报人|经办人|制表人|filled in by|prepared by)$/i, kind: 'person', key: 'written_by' },
  { is: /^(联系人|contact( person)?)$/i, kind: 'person', key: 'contact' },
  { is: /^(负责人|审核人|审批人|approved by|checked by)$/i, kind: 'person' },
  {
    is: /^(性别|sex|gender)$/i,
    kind: 'one',
    key: 'sex',
    options: [
      ['m', '男'],
      ['f', '女'],
    ],
  },
  { is: /^(年龄|年龄（岁）|age)$/i, kind: 'integer', key: 'age' },
  { is: /^(身份证号码?|公民身份号码|id( card)? (number|no\.?))$/i, kind: 'id-number', key: 'id_number' },
  { ends: /(电话|手机|手机号码?|联系方式|电话号码|phone|telephone|mobile)$/i, kind: 'phone', key: 'phone' },
  { ends: /(邮箱|电子邮件|e-?mail)$/i, kind: 'email', key: 'email' },
  { is: /^(民族|职务|职称|学历|学位|专业|籍贯|政治面貌)$/, kind: 'text' },
  { is: /^(填表日期|填报日期|日期|date)$/i, kind: 'date', key: 'date' },
  { ends: /(日期|年月日|date)$/i, kind: 'date' },
  { ends: /(年月|月份|month)$/i, kind: 'month', or: ['text', 'date'] },
  { ends: /(时间|time)$/i, kind: 'date', or: ['text'] },
  { ends: /(金额|经费|费用|单价|总价|预算|（元）|\(元\)|（万元）|\(万元\)|amount|price|cost)$/i, kind: 'money' },
  {
    ends: /(人数|人次|数量|次数|场次|场数|个数|户数|件数|台数|册数|（人）|\(人\)|（个）|（次）|count|quantity|number of .+)$/i,
    kind: 'integer',
  },
  { ends: /(比例|百分比|率|得分|分数|面积|重量|percentage|score|rate)$/i, kind: 'decimal', or: ['text'] },
  { is: /^(是否|有无).+/, kind: 'yes-no' },
  { ends: /(照片|图片|附件|证明材料|扫描件|photos?|attachments?|pictures?)$/i, kind: 'file', or: ['text'] },
  { is: /^(备注|说明|note|notes|remarks?)$/i, kind: 'long', key: 'note' },
  { ends: /(内容|意见|原因|理由|简介|情况|事迹|措施|建议|description|reason|details)$/i, kind: 'long' },
  { ends: /(编号|代码|学号|工号|邮编|账号|卡号|code|no\.?)$/i, kind: 'text' },
];

/** The reporting organisation, which the system knows anyway. */
export const ORGANISATION =
  /^(填报单位|报送单位|单位名称|单位|填表单位|机构名称|机构|学校|organi[sz]ation|institution)$/i;

/** The number of a row: sheets count by themselves. */
export const ROW_NUMBER = /^(序号|编号|行号|no\.?|#|item)$/i;
export const SURE_ROW_NUMBER = /^(序号|行号|no\.?|#)$/i;

export const EXAMPLE = /^[（(【[]?\s*(例如|示例|样例|范例|填写示例|例|example|e\.\s?g\.)\s*[)）】\]]?\s*[:：]?\s*/i;
export const NOTE = /^(注意事项|注|备注|说明|填表说明|填报说明|填写说明|notes?|instructions?)\s*\d*\s*[:：.、]/i;
export const TOTAL_ROW = /^(合\s*计|总\s*计|小\s*计|共\s*计|total|sum)$/i;
export const ATTACHMENT = /^(附件|附表|表|attachment|annex|appendix)\s*[\d一二三四五六七八九十]*\s*[:：]?\s*$/i;
export const SEVERAL = /多选|可选多项|可多项|不定项|select all|several|multiple/i;
export const SINGLE = /单选|只选一|选一项|select one|choose one|single/i;
export const MUST = /^\s*[*＊]|[*＊]\s*$|[（(]?(必填|required)[)）]?/i;
/** A choice behind which something is to be written. */
export const OTHER_ASKS = /^(其他|其它|其余|other).*(说明|注明|填写|列出|[_＿]{2,}|[:：]|state|specify)/i;
export const OTHER = /^(其他|其它|other)s?$/i;
/** Line of a hand-written date. */
export const WRITTEN_DATE = /^\s*(\d{4}|20)?\s*年\s*月\s*日\s*$/;

export const YES = /^(是|有|√|✓|y|yes|true)$/i;
export const NO = /^(否|无|没有|×|n|no|false)$/i;
