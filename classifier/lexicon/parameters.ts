/** What kind of thing a parameter takes, by its name alone (words joined, lower case). */
export type ParameterClass = keyof typeof parameterNames;

export const parameterNames = {
  command: `command commands cmd cmdline commandline shellcommand bashcommand shell bash powershell terminalcommand
    runcommand runcommands execcommand shellscript bashscript argv exec precommand postcommand postprocess pipecommand pipeto
    befehl comando commande команда 命令 コマンド 명령 명령어`,
  code: `code script javascript js jscode python pythoncode source sourcecode scriptcontent apexcode codeblock codesnippet
    functionbody functiondeclaration jsexpression pythonexpression pythonexpr pagefunction evalcode luascript rubycode
    program scripttext applescript initscript function cell cellcode cellsource snippet
    código codigo kode код 代码 コード 코드`,
  sql: `sql sqlquery query_sql rawsql sqlstatement sqlstatements sqlscript cypher cypherquery ddl dml statement statements
    sqltext rawquery
    запрос_sql sentencia 语句 sql语句`,
  expression: 'expression expr formula jq jmespath xpath',
  query: `query q search searchterm searchquery term keyword keywords question searchtext text_query pattern querytext
    searchpattern topic
    suche suchbegriff stichwort begriff consulta búsqueda busqueda termo recherche requête запрос поиск 关键词 关键字 查询 検索語 キーワード 검색어 키워드`,
  url: `url urls uri link links href website websiteurl pageurl targeturl imageurl fileurl sourceurl baseurl videourl
    starturl siteurl endpoint endpointurl remoteurl repourl domainurl src
    enlace adresse_url ссылка 链接 网址`,
  webhook: `webhook webhookurl callback callbackurl notifyurl notificationurl postbackurl webhooks pushurl redirecturl`,
  host: `host hostname ip ipaddress server serverurl address targethost remotehost proxy port targetip connectionstring
    connectionuri connectionurl databaseurl dburl dsn sourceconnectionstring targetconnectionstring`,
  recipient: `to cc bcc recipient recipients email emails toemail emailaddress emailaddresses phone phonenumber tonumber
    torecipients invitees attendees guests recipientid chatid receiver destinationemail useremail
    empfänger empfaenger destinatario destinatarios destinataire destinatário destinataires correo courriel получатель получатели 收件人 接收人 宛先 받는사람 수신자`,
  amount: `amount quantity qty price limitprice amountin amountout value_usd stake leverage size notional slippage side
    amountwei units total lamports sats tip
    betrag menge anzahl importe monto cantidad valor quantia quantidade montant quantité сумма количество 金额 数量 金額 금액 수량`,
  content: `body message text content html htmlbody markdown comment description note notes caption reply emailbody
    messagetext textbody payload msg
    inhalt nachricht texto mensaje mensagem contenido conteúdo conteudo texte contenu сообщение текст комментарий kommentar comentario comentário commentaire 内容 消息 正文 本文 内容文 내용 메시지 본문`,
  subject: `subject title name summary headline displayname
    betreff titel asunto título titulo sujet titre тема заголовок 标题 主题 件名 タイトル 제목`,
  output: `outputpath outputfile savepath outputdir outputdirectory destinationpath destpath localpath saveto
    downloadpath targetpath outfile outputfilename savedir dstpath exportpath outputfolder savetofile download_path
    destdir downloaddir todir dest outputfilepath extractto extractpath unpackto outputdirpath outputfolderpath
    outputdirectorypath savefolder savedirectory savefilepath exportfile exportdir exportdirectory exportfolder
    outpath outdir writepath writefolderpath downloadfolder downloaddirectory reportpath reportdir reportdirectory destinationfile destinationdir`,
  path: `path filepath file filename filepaths paths files fileabsolutepath directory dir folder folderpath dirpath
    workdir workingdirectory cwd projectpath rootpath sourcepath absolutepath inputpath localfile
    pfad datei ordner ruta archivo carpeta caminho arquivo pasta chemin fichier dossier путь файл папка 路径 文件 文件路径 パス ファイル ファイルパス 경로 파일`,
  force:
    'force forced forcepush hard nowait skipconfirmation noverify yes ignoreerrors forcedelete',
  destroy: `recursive cascade prune purge overwrite deleteall deletefiles deletevolumes deletedata removevolumes truncate
    drop wipe permanent permanently hard_delete harddelete deletebranch deleteafter deletesource deletesubtasks replace
    removeall clearexisting deletechildren replaceall dropexisting deleteitems deletehistory`,
  dryrun: 'dryrun preview simulate validateonly testmode whatif',
  confirm: 'confirm confirmed confirmation userconfirmed confirmdelete acknowledge approval',
  paging: `limit offset page pagesize perpage cursor maxresults pagetoken skip count top startindex nexttoken first after
    before pagenumber per_page take maxitems nextcursor size_limit resultsperpage rows maxcount numresults`,
  filter: `filter filters where sort sortby orderby order ordering status state since until from_date startdate enddate
    datefrom dateto fields include includearchived expand search_filter ownerid sortorder starttime endtime category`,
  ids: `ids messageids recordids items records taskids fileids userids contactids emailids issueids noteids keys uuids
    rowids documentids pageids objects resources entries objectids eventids tagids nodeids orderids`,
  id: `id uuid guid key slug identifier gid
    kennung identificador identifiant 编号 ид номер`,
  data: `data fields values record row item entry input properties attributes params json object updates changes patch
    document metadata custom_fields customfields columns variables`,
  secret: `password secret token apikey apisecret privatekey passphrase credentials secretkey mnemonic accesstoken seed
    secretvalue clientsecret signingkey seedphrase userpassword newpassword authtoken
    passwort kennwort contraseña contrasena clave senha motdepasse пароль 密码 令牌 パスワード 비밀번호`,
  access: `role roles permission permissions visibility privacy privacysetting public isprivate access accesslevel scope
    scopes acl policy policydocument shared members isadmin rolename principal roleslugs grantee sharewith`,
  reveal: `reveal includesecrets showsecrets decrypt withdecryption showvalues unmask includevalues showpassword
    showsensitive includecredentials exposesecrets`,
  schedule: 'schedule cron scheduledat sendat interval recurrence rrule cronexpression runat',
  method: 'method httpmethod requestmethod verb',
  headers: 'headers requestheaders httpheaders header queryparams requestbody',
  apipath: 'apipath endpoint path route resourcepath urlpath apiendpoint relativeurl',
  prompt: 'prompt instruction instructions goal task_prompt systemprompt negativeprompt',
  selector:
    'selector uid ref element elementid xpath_selector x y coordinate coordinates locator nodeid',
  environment: 'env environment environmentvariables envvars envs variables_env',
  toggle: 'enabled active on state_on isactive disabled',
  action: `action operation op mode subcommand actiontype operationtype act commandtype verb_name requesttype command
    method subaction operations actions tool intent type`,
} as const;

export const parameterClasses = Object.keys(parameterNames) as ParameterClass[];

const classesByName: ReadonlyMap<string, ParameterClass[]> = spread();

function spread(): Map<string, ParameterClass[]> {
  const found = new Map<string, ParameterClass[]>();
  for (const name of parameterClasses) {
    for (const key of parameterWords(name)) {
      const classes = found.get(key) ?? [];
      classes.push(name);
      found.set(key, classes);
    }
  }
  return found;
}

/** The names of a kind of parameter, written together. */
export function parameterWords(name: ParameterClass): string[] {
  return parameterNames[name].split(/\s+/).map((word) => word.replaceAll('_', ''));
}

const none: readonly ParameterClass[] = [];

/** The kinds of a parameter; a compound name falls back to its last word (`avatarUrl`, `issue_ids`). */
export function parameterKinds(joined: string, lastWord: string): readonly ParameterClass[] {
  return classesByName.get(joined) ?? classesByLastWord.get(lastWord) ?? none;
}

const byLastWord: ReadonlySet<ParameterClass> = new Set<ParameterClass>([
  'url',
  'webhook',
  'recipient',
  'path',
  'ids',
  'id',
  'secret',
  'access',
  'amount',
  'sql',
  'code',
  'output',
  'query',
  'data',
]);

const classesByLastWord: ReadonlyMap<string, ParameterClass[]> = new Map(
  [...classesByName].map(([key, classes]) => [key, classes.filter((name) => byLastWord.has(name))]),
);
