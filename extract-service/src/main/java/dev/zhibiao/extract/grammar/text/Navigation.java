package dev.zhibiao.extract.grammar.text;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a website prints around an article, line by line. */
final class Navigation {

    private static final int LONGEST = 200;
    private static final int ITEM = 8;
    private static final int MENU = 100;

    private static final KeyedPattern PATH = KeyedPattern.compile(
            "^[【\\[]?(?:您?的?(?:当前|现在|所在|您的)?的?(?:位置|所在位置|栏目)(?:是|为)?[：:]?.{0,120}|首页(?:>|＞|»|›|/|→|-|—|_|\\|).{0,120}|.{0,20}网站首页.{0,60}|.{0,30}首页(?:>|＞|»|›|→).{0,120})$");
    private static final KeyedPattern LABEL = KeyedPattern.compile(
            "^[【\\[（(]?(?:发布(?:时间|日期|机构|单位|人)|公开(?:时间|日期|方式|范围|时限)|发文(?:时间|日期|机关|字号)|成文日期|生成日期|更新时间|录入时间|时间|日期|来源|信息来源|文章来源|稿源|稿件来源|作者|编辑|责任编辑|责编|审核|校对|初审|复审|终审|点击(?:数|量|率|次数)?|浏览(?:数|量|次数)?|阅读(?:数|量|次数)?|访问(?:数|量|次数)?|索引号|信息索引号|文号|主题(?:分类|词)|信息分类|组配分类|体裁分类|公文种类|有效性|关键词|信息名称|名称|字号|字体|字体大小|打印|分享|分享到|收藏|扫一扫.*|附件下载)[】\\]]?[：:].{0,150}$");
    private static final KeyedPattern STAMP = KeyedPattern.compile(
            "^.{0,40}(?:19|20)\\d\\d[-年/.]\\d{1,2}[-月/.]\\d{1,2}日?.{0,30}(?:来源|作者|浏览|点击|阅读|字体|字号|打印|访问|编辑|发布)[^。]{0,80}$");
    private static final KeyedPattern OTHERS = KeyedPattern.compile(
            "^[【\\[（(<＜]?(?:上一?篇|下一?篇|上一条|下一条|上一页|下一页|前一篇|后一篇|返回(?:顶部|首页|列表|上一页)|回到顶部|打印(?:本页|此页|页面|文章)?|关闭(?:窗口|本页|页面)?)(?:[】\\]）)>＞：:|/].{0,100})?$");
    private static final KeyedPattern FOOTER = KeyedPattern.compile(
            "ICP备|公网安备|网安备|版权所有|(?i:copyright|all rights reserved)|©|网站标识码|网站地图|站点地图|技术支持[：:]|(?:主办|承办|协办|维护)(?:单位)?[：:]|建议使用.{0,40}(?:分辨率|浏览器)|(?:联系电话|热线电话|传真|邮政编码|邮编|电子邮箱)[：:]|网站声明|隐私声明|无障碍浏览|适老化|长者模式|政务微(?:博|信)|扫描二维码|用微信扫|您是第.{1,12}位访");
    private static final KeyedPattern TODAY =
            KeyedPattern.compile("^(?:今天是|现在是|今日)?.{0,24}星期[一二三四五六日天].{0,40}$|^今天是.{0,60}$|^天气(?:预报)?[：:].{0,60}$");
    private static final KeyedPattern RELATED = KeyedPattern.compile(
            "^[【\\[]?(?:相关(?:链接|阅读|稿件|文章|信息|新闻|文件|解读|附件)|推荐阅读|延伸阅读|热点(?:推荐|新闻|文章)|热门(?:推荐|文章)|最新(?:发布|文章|信息)|友情链接|图片新闻)[】\\]]?[：:]?$");
    private static final Pattern BETWEEN = Pattern.compile("[\\s|｜·/>＞\\-\\[\\]【】（）()：:]+");

    /** Menus and buttons, word by word. */
    private static final Set<String> ITEMS = Set.of(
            "首页", "网站首页", "政务公开", "信息公开", "政府信息公开", "政务服务", "办事服务", "在线服务", "网上办事", "互动交流", "政民互动", "公众参与", "交流互动",
            "新闻中心", "新闻动态", "要闻动态", "政务要闻", "政务动态", "数据开放", "数据发布", "政府数据", "专题专栏", "专题", "走进", "解读回应", "政策文件", "政策解读",
            "机构职能", "领导之窗", "政府领导", "旅游", "投资", "字号", "字体", "大中小", "大", "中", "小", "默认", "特大", "超大", "打印", "打印本页", "关闭",
            "关闭窗口", "分享", "分享到", "微信", "微博", "新浪微博", "QQ空间", "收藏", "返回", "返回顶部", "顶部", "纠错", "我要纠错", "登录", "注册", "搜索",
            "站内搜索", "高级搜索", "检索", "无障碍", "关怀版", "长者版", "手机版", "移动版", "繁体", "简体", "English", "邮箱", "下载", "语音播报", "听全文",
            "保护视力色", "回顶部", "简介", "更多", "导航");

    private Navigation() {}

    /**
     * Whether a line belongs to the site.
     *
     * @param words the line without blanks
     * @param source the text that it stands in
     * @param start where it begins there
     * @param end where it ends there
     */
    static boolean is(String words, String source, int start, int end) {
        if (words.length() > LONGEST || words.indexOf('。') >= 0 || words.indexOf('，') != words.lastIndexOf('，')) {
            // Prose that a scan broke into lines has commas.
            return false;
        }
        boolean path = words.contains("首页") || words.contains("位置") || words.contains("栏目");
        boolean dated = words.contains("星期") || words.startsWith("今天") || words.startsWith("天气");
        return path && PATH.matches(words)
                || dated && TODAY.matches(words)
                || LABEL.matches(words)
                || words.contains("20") && STAMP.matches(words)
                || OTHERS.matches(words)
                || FOOTER.isIn(words)
                || words.length() <= MENU && isMenu(source.substring(start, end));
    }

    /** Whether what follows, as long as it makes no sentences, are titles of other articles. */
    static boolean opensRelated(String words) {
        return RELATED.matches(words);
    }

    private static boolean isMenu(String line) {
        int known = 0;
        int items = 0;
        for (String item : BETWEEN.split(line.strip())) {
            if (item.isEmpty()) {
                continue;
            }
            if (item.length() > ITEM) {
                return false;
            }
            items++;
            known += ITEMS.contains(item) || item.startsWith("走进") ? 1 : 0;
        }
        return known > 0 && known * 3 >= items;
    }
}
