import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isOffline, isSignedOut } from '../api/problem.ts';
import { useMedia } from '../ui/use-media.ts';
import { nonce } from './style-nonce.ts';
import { stillTheme, theme } from './theme.ts';

/** Only a lost network or an overloaded server is worth a second try; a refusal stays a refusal. */
const isPassing = (error: unknown): boolean => isOffline(error) || (error instanceof ApiProblem && error.status >= 502);

const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isSignedOut(error)) queryClient.setQueryData(['session'], null);
    },
  }),
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => count < 2 && isPassing(error) },
    mutations: { retry: false },
  },
});

/** Language, look and the cache of answers, around everything. */
export const Providers = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation();
  const chinese = i18n.language !== 'en';
  const still = useMedia('(prefers-reduced-motion: reduce)');
  dayjs.locale(chinese ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      theme={still ? stillTheme : theme}
      wave={{ disabled: still }}
      locale={chinese ? zhCN : enUS}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      <App>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </App>
    </ConfigProvider>
  );
};
