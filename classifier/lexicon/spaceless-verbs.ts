import type { VerbClass } from './verbs.ts';

/** Chinese verbs open a description. Japanese and Korean ones close it. First match wins within a list. */
export const spacelessVerbs: { language: 'zh' | 'ja' | 'ko'; pattern: RegExp; class: VerbClass }[] =
  [
    {
      language: 'zh',
      pattern:
        /删除|移除|刪除|清除|清空|卸载|销毁|终止|解散|撤回|作废|注销|吊销|抹除|擦除|格式化(?=.{0,6}(?:盘|卡|分区|设备))|丢弃|废弃|删掉|刪掉|移走|忘记/,
      class: 'delete',
    },
    {
      language: 'zh',
      pattern: /执行|运行(?=.{0,12}(?:命令|代码|脚本|语句|SQL))|執行/i,
      class: 'exec',
    },
    {
      language: 'zh',
      pattern:
        /支付|转账|转帐|轉帳|下单|退款|购买|交易所下|付款|提现|買入|卖出|买入|转出|充值|提币|质押|解押|租用|扣款|扣费|缴费|缴纳|打赏|发红包|竞价|出价|抢购|开仓|平仓|汇款|捐款|捐赠|订购|续费|还款|投注|下注|赎回|代付|打款|划转|投币|打车|退票|购入|結帳|结账/,
      class: 'pay',
    },
    {
      language: 'zh',
      pattern:
        /发送|发布|回复|评论|推送(?!.{0,8}(?:git|仓库|代码|分支|远程))|發送|群发|通知(?!列表|记录|设置|消息)|转发|广播|催办|拨打|发(?=[^\s]{0,4}(?:邮件|消息|短信|微信|帖|私信|公告))/i,
      class: 'send',
    },
    {
      language: 'zh',
      pattern:
        /创建|新建|添加|新增|生成|上传|保存|写入|(?<![改编撰缩拼默听手书速抄续描大小])写(?![作法真字手实])|插入|建立|導入|导入|下载|克隆|拉取|安装|注册|录入|复制|集成/,
      class: 'create',
    },
    {
      language: 'zh',
      pattern:
        /更新|修改|编辑|设置|变更|重命名|移动|配置|提交|推送|合并|同步|标记|替换|归档|审批|批准|驳回|拒绝|绑定|解绑|调整|分配|指派|关注|收藏|点赞|置顶|签署|上架|下架/,
      class: 'update',
    },
    { language: 'zh', pattern: /覆盖(?!率|范围|面)|还原|恢复出厂|回滚/, class: 'overwrite' },
    {
      language: 'zh',
      pattern: /授权|邀请|分享给|共享给|踢出|封禁|禁言|拉黑|授予|撤销.{0,6}权限|转让|移交/,
      class: 'access',
    },
    {
      language: 'zh',
      pattern:
        /启动|停止|重启|部署|打开|关闭|点击|控制|切换|触发|暂停|恢复|取消|锁定|解锁|播放|重置|开启|启用|禁用|停用|扩容|缩容|唤醒|登录|登出|签到/,
      class: 'control',
    },
    { language: 'zh', pattern: /搜索|查找|检索|搜尋/, class: 'search' },
    { language: 'zh', pattern: /列出|列表/, class: 'list' },
    {
      language: 'zh',
      pattern:
        /获取|查询|读取|查看|规划|推荐|定位|返回|取得|获得|抓取|提取|查詢|显示|展示|导出|统计|识别/,
      class: 'get',
    },
    {
      language: 'zh',
      pattern: /计算|分析|转换|翻译|验证|校验|检查|对比|解析|评估|预测|诊断|测试|比较/,
      class: 'compute',
    },
    {
      language: 'ja',
      pattern: /削除|消去|破棄|初期化|抹消|解約|退会|廃棄|消します|空にし/,
      class: 'delete',
    },
    { language: 'ja', pattern: /実行/, class: 'exec' },
    {
      language: 'ja',
      pattern:
        /支払|送金|購入|決済|振り込|振込|課金|注文し|注文する|注文を出|返金|チャージし|入札|出金/,
      class: 'pay',
    },
    { language: 'ja', pattern: /上書き|復元|ロールバック|置き換え/, class: 'overwrite' },
    {
      language: 'ja',
      pattern: /送信|投稿|返信|公開|通知し|送り|送る|発信|配信し|連絡し/,
      class: 'send',
    },
    { language: 'ja', pattern: /招待|共有|承認|拒否|付与|剥奪|追放|ブロックし/, class: 'access' },
    {
      language: 'ja',
      pattern: /作成|追加|登録|保存|書き込|アップロード|生成|予約|複製|インストール|取り込/,
      class: 'create',
    },
    {
      language: 'ja',
      pattern: /更新|変更|編集|設定|移動|完了|既読|割り当て|コミット|プッシュ|マージ/,
      class: 'update',
    },
    {
      language: 'ja',
      pattern:
        /開始|停止|再起動|デプロイ|起動|再生|切り替え|有効化|無効化|キャンセル|クリック|操作|開ける|閉める|開け|閉め|施錠|解錠|点灯|消灯|つける/,
      class: 'control',
    },
    { language: 'ja', pattern: /検索/, class: 'search' },
    { language: 'ja', pattern: /一覧/, class: 'list' },
    { language: 'ja', pattern: /取得|表示|読み|確認|返し|調べ/, class: 'get' },
    { language: 'ja', pattern: /計算|変換|分析|翻訳|検証/, class: 'compute' },
    { language: 'ko', pattern: /삭제|제거|초기화|지웁|지우|폐기|말소|비웁/, class: 'delete' },
    { language: 'ko', pattern: /실행/, class: 'exec' },
    {
      language: 'ko',
      pattern: /결제|송금|구매|환불|주문합|주문을 (?:넣|냅|접수)|이체|충전합|매수|매도|출금/,
      class: 'pay',
    },
    {
      language: 'ko',
      pattern: /전송|발송|보내|보냅|게시|답장|답변을 (?:등록|답)|발행|공지/,
      class: 'send',
    },
    { language: 'ko', pattern: /초대|공유|권한.{0,4}(?:부여|변경|회수)|차단/, class: 'access' },
    { language: 'ko', pattern: /덮어|복원|되돌/, class: 'overwrite' },
    {
      language: 'ko',
      pattern: /생성|추가|등록|저장|작성|업로드|예약|복제|설치|다운로드/,
      class: 'create',
    },
    {
      language: 'ko',
      pattern: /수정|변경|업데이트|편집|설정|이동|완료|할당|커밋|푸시|병합/,
      class: 'update',
    },
    {
      language: 'ko',
      pattern: /시작|중지|재시작|배포|재생|취소|클릭|전환|활성화|켭|켜|끕|끄|재부팅|일시정지/,
      class: 'control',
    },
    { language: 'ko', pattern: /검색|찾/, class: 'search' },
    { language: 'ko', pattern: /목록/, class: 'list' },
    { language: 'ko', pattern: /조회|가져|반환|확인|읽/, class: 'get' },
    { language: 'ko', pattern: /계산|변환|분석|번역|검증/, class: 'compute' },
  ];
