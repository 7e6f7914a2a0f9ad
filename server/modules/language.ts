import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Locale } from '../contract/text.ts';

/** What is spoken where a request names no language. */
export const DEFAULT_LANGUAGE = 'zh-CN';

const wishes = (header: string): { tag: string; q: number }[] =>
  header
    .slice(0, 300)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters
        .map((text) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(text)?.[1])
        .find((text) => text !== undefined);
      return { tag: tag.trim(), q: q === undefined ? 1 : Number(q) };
    });

/** The language tag that the client wants most; zh-CN where it says nothing that can be understood. */
export const languageOf = (acceptLanguage: string | undefined): string => {
  const best = wishes(acceptLanguage ?? '')
    .filter(({ tag, q }) => q > 0 && Locale.safeParse(tag).success)
    .reduce<{ tag: string; q: number } | null>(
      (found, wish) => (found === null || wish.q > found.q ? wish : found),
      null,
    );
  return best?.tag ?? DEFAULT_LANGUAGE;
};

/** Which of the product's own two languages serves somebody who wants this one. */
export const ownLanguage = (language: string): 'zh' | 'en' => (language.startsWith('zh') ? 'zh' : 'en');

/** `@Language() language: string`: the tag in which titles and sentences of the answer are wanted. */
export const Language = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
  return languageOf(headers['accept-language']);
});
