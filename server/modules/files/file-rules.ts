import type { FileRule } from '../../contract/definition/field.ts';
import { DomainError } from '../domain-error.ts';
import { type FileKind, isOfType, kindOfFile } from './file-kind.ts';
import type { Received } from './file-store.ts';
import { imageSize } from './image-size.ts';

/** What the paper behind a proxy entry may be: a picture or a scan. */
export const ORIGINAL_RULE: FileRule = {
  types: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/tiff'],
  maxBytes: 20_971_520,
  maxCount: 20,
};

const sizeText = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round((bytes / 1_048_576) * 10) / 10} MB` : `${Math.ceil(bytes / 1024)} KB`;

const kindNames = (types: readonly string[]): string =>
  types.map((type) => (type.split('/')[1] ?? type).toUpperCase()).join(', ');

const wrongType = ({ types }: FileRule): DomainError =>
  new DomainError('unsupported-type', {
    zh: `文件内容不是允许的类型（允许：${kindNames(types)}）`,
    en: `By its content this is not a kind of file that is accepted here (accepted: ${kindNames(types)})`,
  });

const tooLarge = ({ maxBytes }: FileRule): DomainError =>
  new DomainError('too-large', {
    zh: `文件超过 ${sizeText(maxBytes)}`,
    en: `The file is larger than ${sizeText(maxBytes)}`,
  });

const invalid = (zh: string, en: string): DomainError =>
  new DomainError('invalid', { zh, en }, { issues: [{ pointer: '/file', message: { zh, en } }] });

const tooSmall = (bytes: number): DomainError =>
  bytes <= 1
    ? invalid('文件是空的', 'The file is empty')
    : invalid(`文件小于 ${sizeText(bytes)}`, `The file is smaller than ${sizeText(bytes)}`);

const checkPixels = async (path: string, { pixels }: FileRule, { type }: FileKind): Promise<void> => {
  if (pixels === undefined || !type.startsWith('image/')) return;
  const size = await imageSize(path, type);
  if (size === null) throw invalid('无法读取图片尺寸，文件可能已损坏', 'The picture cannot be read; it may be damaged');
  const { min = 0, max = Infinity } = pixels;
  if (Math.min(size.width, size.height) < min)
    throw invalid(`图片的宽和高都应不小于 ${min} 像素`, `Width and height must be at least ${min} pixels`);
  if (Math.max(size.width, size.height) > max)
    throw invalid(`图片的宽和高都应不大于 ${max} 像素`, `Width and height must be at most ${max} pixels`);
};

/** Checks received bytes against the rule of their field, by what is in them; answers with their kind. */
export const checkFile = async (received: Received, rule: FileRule): Promise<FileKind> => {
  if (received.isTooLarge) throw tooLarge(rule);
  const least = Math.max(rule.minBytes ?? 0, 1);
  if (received.size < least) throw tooSmall(least);
  const kind = await kindOfFile(received.path);
  if (!isOfType(kind, rule.types)) throw wrongType(rule);
  await checkPixels(received.path, rule, kind);
  return kind;
};

/** Refuses one more file where the cell holds as many as it may. */
export const checkCount = (present: number, { maxCount }: FileRule): void => {
  if (present >= maxCount) throw invalid(`最多上传 ${maxCount} 个文件`, `At most ${maxCount} files`);
};
