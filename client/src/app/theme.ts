import type { ThemeConfig } from 'antd';

/** One calm look: Ant Design's own, one accent, generous text for old screens. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1668a8',
    colorLink: '#1668a8',
    fontSize: 15,
    borderRadius: 6,
    fontFamily:
      "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
  components: { Layout: { headerBg: '#ffffff', bodyBg: '#f5f6f8' } },
};
