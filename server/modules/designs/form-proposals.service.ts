import { Injectable } from '@nestjs/common';
import type { FormFromSchema, FormFromSheet, FormProposal } from '../../contract/wire/design.ts';
import { formOfSheets } from '../../office/sheet/form-of-sheet.ts';
import { readWorkbook, SHEET_LIMITS, type WorkbookRefusal } from '../../office/sheet/workbook.ts';
import { fileOfName } from '../../registry/folder.ts';
import { readSchema } from '../../registry/foreign/read-schema.ts';
import { refuseUnstorable } from '../cases/storable.ts';
import { refusalOf } from '../definitions/refusal-of-findings.ts';
import { DomainError } from '../domain-error.ts';
import { DeskService, nameIn, reportOn } from './desk.service.ts';

const MEGABYTES = String(SHEET_LIMITS.bytes / 1_000_000);

const notExcel = (): DomainError =>
  new DomainError('unsupported-type', {
    zh: '这不是 Excel 工作簿（.xlsx）；其他格式请先在 Excel 或 WPS 中另存为 .xlsx',
    en: 'This is no Excel workbook (.xlsx); save other formats as .xlsx first',
  });

const locked = (): DomainError =>
  new DomainError('unsupported-type', {
    zh: '这是旧格式（.xls）或设有密码的文件；请去掉密码，另存为 .xlsx',
    en: 'This is an old file (.xls) or one with a password; save it as .xlsx without a password',
  });

const REFUSALS: Record<WorkbookRefusal, () => DomainError> = {
  'not-a-workbook': notExcel,
  'old-or-encrypted': locked,
  encrypted: locked,
  'too-large': () =>
    new DomainError('too-large', {
      zh: `表格太大：文件不超过 ${MEGABYTES} MB；请只留下要做成表单的工作表`,
      en: `The workbook is too large: at most ${MEGABYTES} MB; keep only the sheet that is to be a form`,
    }),
  'too-slow': () =>
    new DomainError('too-large', {
      zh: '表格过于复杂，未能读完；请只留下要做成表单的工作表',
      en: 'The workbook is too complex to be read; keep only the sheet that is to be a form',
    }),
  'too-many-columns': () =>
    new DomainError('too-large', {
      zh: `一张表单最多 ${String(SHEET_LIMITS.columns)} 列`,
      en: `A form has at most ${String(SHEET_LIMITS.columns)} columns`,
    }),
  busy: () => new DomainError('too-many-requests', undefined, { extensions: { retryAfter: 5 } }),
};

const empty = (): DomainError =>
  new DomainError('invalid', { zh: '表格里没有内容', en: 'There is nothing in this workbook' });

/** Makes forms of what people have already. Nothing is kept: the text that is proposed is saved as a draft like any other. */
@Injectable()
export class FormProposalsService {
  constructor(private readonly desks: DeskService) {}

  async fromSheet(programme: string, { key, answers = {} }: FormFromSheet, bytes: Uint8Array): Promise<FormProposal> {
    await this.desks.programme(programme);
    const read = await readWorkbook(bytes);
    if ('refused' in read) throw REFUSALS[read.refused]();
    const proposal = formOfSheets(read.sheets, { key, answers });
    if (proposal === undefined) throw empty();
    const { form, ...rest } = proposal;
    const text = `${JSON.stringify(form, null, 2)}\n`;
    return { text, ...rest, findings: await this.findings(programme, key, text) };
  }

  /** Throws `definition-invalid` where the text is no JSON Schema. */
  async fromSchema(programme: string, { key, text: given }: FormFromSchema): Promise<FormProposal> {
    await this.desks.programme(programme);
    refuseUnstorable(given);
    const read = readSchema(given, key);
    if ('findings' in read) throw refusalOf(read.findings);
    return { ...read, questions: [], findings: await this.findings(programme, key, read.text) };
  }

  private async findings(programme: string, key: string, text: string): Promise<FormProposal['findings']> {
    const name = nameIn(programme, 'Form', key);
    return reportOn(await this.desks.of(programme, [{ name, file: fileOfName(name), text }]), name).findings;
  }
}
