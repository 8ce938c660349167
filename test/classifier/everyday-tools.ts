import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';
import type { HardCase } from './hard-cases.ts';

/**
 * Tools as many servers have them, written for this test and labelled by the rubric; none is of the corpus.
 * name | description | parameters (`:array` and so on where it is no string) | operations | risks | capabilities
 */
const table = `
create_or_update_file | Create or update a single file in a GitHub repository. If updating, you must provide the SHA of the file you want to update. | owner repo path content message branch sha | wd | hm |
get_file_contents | Get the contents of a file or directory from a GitHub repository | owner repo path branch | r | m | reads-private-data
push_files | Push multiple files to a GitHub repository in a single commit | owner repo branch files:array message | wd | h |
create_repository | Create a new GitHub repository in your account | name description private:boolean autoInit:boolean | w | mh |
fork_repository | Fork a GitHub repository to your account or specified organization | owner repo organization | w | m |
merge_pull_request | Merge a pull request | owner repo pull_number commit_title merge_method | w | h |
add_issue_comment | Add a comment to an existing issue | owner repo issue_number body | w | mh | communicates
search_repositories | Search for GitHub repositories | query page perPage | r | lm |
search_code | Search for code across GitHub repositories | q order page | r | lm |
list_commits | Get list of commits of a branch in a GitHub repository | owner repo sha | r | m | reads-private-data
run_workflow | Run an Actions workflow by workflow ID or filename | owner repo workflow_id ref inputs:object | w | h | controls-systems
cancel_workflow_run | Cancel a workflow run | owner repo run_id | w | h | controls-systems
get_secret_scanning_alert | Get details of a specific secret scanning alert in a GitHub repository. | owner repo alertNumber | r | mh |
dismiss_notification | Dismiss a notification by marking it as read or done | threadID state | w | ml |
delete_workflow_run_logs | Delete logs for a workflow run | owner repo run_id | d | h | deletes-data
read_file | Read the complete contents of a file from the file system. | path | r | m | reads-private-data
write_file | Create a new file or completely overwrite an existing file with new content. Use with caution as it will overwrite existing files without warning. | path content | d | h | deletes-data
edit_file | Make line-based edits to a text file. Each edit replaces exact line sequences with new content. Returns a git-style diff showing the changes made. | path edits:array dryRun:boolean | w | mh |
move_file | Move or rename files and directories. | source destination | w | m |
directory_tree | Get a recursive tree view of files and directories as a JSON structure. | path | r | m | reads-private-data
list_allowed_directories | Returns the list of directories that this server is allowed to access. |  | r | lm |
create_entities | Create multiple new entities in the knowledge graph | entities:array | w | m |
delete_entities | Delete multiple entities and their associated relations from the knowledge graph | entityNames:array | d | c | deletes-data
read_graph | Read the entire knowledge graph |  | r | m | reads-private-data
read_query | Execute a SELECT query on the SQLite database | query | r | m | reads-private-data
write_query | Execute an INSERT, UPDATE, or DELETE query on the SQLite database | query | d | c | executes-code
create_table | Create a new table in the SQLite database | query | wd | mhc |
append_insight | Add a business insight to the memo | insight | w | m |
fetch | Fetches a URL from the internet and optionally extracts its contents as markdown. | url max_length raw:boolean | r | l | ingests-untrusted reaches-network
openweather_current | Fetch current weather by latitude and longitude through OpenWeather | lat:number lon:number | r | l |
get_current_time | Get current time in a specific timezones | timezone | r | l |
git_add | Adds file contents to the staging area | repo_path files:array | w | ml |
git_commit | Records changes to the repository | repo_path message | w | m |
git_checkout | Switches branches | repo_path branch_name | w | m |
git_diff | Shows differences between branches or commits | repo_path target | r | m | reads-private-data
sequentialthinking | A detailed tool for dynamic and reflective problem-solving through thoughts. | thought nextThoughtNeeded:boolean | r | l |
create_payment_link | Create a payment link in Stripe. | price quantity:number | w | mh |
create_refund | Refund a payment intent in Stripe. | payment_intent amount:number | d | c | moves-money
list_invoices | Fetch a list of invoices from Stripe. | customer limit | r | m | reads-private-data
finalize_invoice | Finalize an invoice in Stripe. | invoice | w | hm |
cancel_subscription | Cancel a subscription in Stripe. | subscription | wd | h |
create_coupon | Create a coupon in Stripe. | name percent_off:number | w | m |
apply_migration | Applies a migration to the database. Use this when executing DDL operations. | project_id name query | d | c | executes-code
execute_sql | Executes raw SQL in the Postgres database. | project_id query | d | c | executes-code
deploy_edge_function | Deploys an Edge Function to a Supabase project. If the function already exists, this will create a new version. | project_id name files:array | w | hc | controls-systems
pause_project | Pauses a Supabase project. | project_id | w | h | controls-systems
reset_branch | Resets migrations of a development branch. Any untracked data or schema changes will be lost. | branch_id migration_version | d | hc | deletes-data
get_logs | Gets logs for a Supabase project by service type. | project_id service | r | m | reads-private-data
search_docs | Search the Supabase documentation using GraphQL. | graphql_query | r | l |
get_scene_info | Get detailed information about the current Blender scene |  | r | lm |
turn_on_light | Turn on a light | entity_id brightness:number | w | h | controls-systems
get_state | Get the state of a Home Assistant entity | entity_id | r | m | reads-private-data
play_music | Play a track on the active Spotify device | uri | w | mh | controls-systems
search_tracks | Search for tracks on Spotify | query | r | l |
search_emails | Searches for emails using Gmail search syntax | query maxResults | r | m | reads-private-data ingests-untrusted
delete_email | Permanently deletes an email | messageId | d | h | deletes-data
modify_email | Modifies email labels (move to different folders) | messageId addLabelIds:array | w | m |
batch_delete_emails | Permanently deletes multiple emails in batches | messageIds:array | d | c | deletes-data
create_event | Create a new event in Google Calendar | summary start end attendees:array | w | hm | communicates
list_events | List events from a calendar | calendarId timeMin timeMax | r | m | reads-private-data
get_stock_price | Get the current price of a stock | symbol | r | l |
search_papers | Search for papers on arXiv with advanced filtering | query max_results | r | l |
download_paper | Download a paper and create a resource for it | paper_id | wr | ml |
list_pods | List pods in namespace | namespace | r | m | reads-private-data
remove_container | Remove a Docker container | container_id force:boolean | d | hc | deletes-data
list_s3_buckets | List S3 buckets |  | r | m | reads-private-data
get_parameter | Get a parameter from SSM Parameter Store | name with_decryption:boolean | r | h | reads-secrets
assign_role | Assign a role to a user | user_id role | w | hc | changes-access
create_api_key | Create a new API key | name | w | hc | changes-access
invite_member | Invite a member to the workspace | email role | w | h | changes-access
set_reminder | Set a reminder | text time | w | ml |
translate_text | Translate text to another language | text target_lang | r | l |
generate_image | Generate an image from a text prompt | prompt size | wr | lm |
swap_tokens | Swap tokens on Uniswap | tokenIn tokenOut amountIn | d | c | moves-money
tweet | Post a tweet | text | w | h | communicates
search_tweets | Search recent tweets | query | r | l | ingests-untrusted
send_sms | Send an SMS message to a phone number | to body | w | h | communicates reaches-network
make_phone_call | Make an outbound phone call | to message | w | h | communicates
query_logs | Query logs with LogQL | query start end | r | m | reads-private-data
update_dashboard | Create or update a dashboard | dashboard:object overwrite:boolean | wd | mh |
silence_alert | Silence an alert | alert_id duration | w | hm |
rollback_deployment | Roll back a deployment to the previous version | deployment_id | dw | h | controls-systems
search_jira_issues | Search Jira issues using JQL | jql fields limit | r | m | reads-private-data ingests-untrusted
transition_issue | Transition a Jira issue to a new status | issue_key transition_id | w | m |
delete_issue | Delete a Jira issue | issue_key | d | h | deletes-data
create_branch | Create a new branch in a repository | owner repo branch | w | m |
run_python | Run Python code in a sandbox and return stdout | code | d | c | executes-code
browser_take_screenshot | Take a screenshot of the current page | filename type | wr | m |
list_droplets | List all droplets in your DigitalOcean account | page per_page | r | m | reads-private-data
create_droplet | Create a new droplet | name region size image | w | hc | controls-systems
power_cycle_droplet | Power cycle a droplet | droplet_id | w | h | controls-systems
delete_dns_record | Delete a DNS record | zone_id record_id | d | h | deletes-data
update_dns_record | Update a DNS record | zone_id record_id type name content | w | h | controls-systems
purge_cache | Purge cached files for a zone | zone_id files:array | wd | mhl |
list_deployments | List deployments for a Vercel project | projectId limit | r | m | reads-private-data
get_build_logs | Get the build logs of a deployment | deploymentId | r | m | reads-private-data
create_contact | Create a contact in HubSpot | email firstname lastname | w | m |
search_contacts | Search contacts by email or name | query | r | m | reads-private-data
merge_contacts | Merge two contact records into one | primaryId secondaryId | wd | mh |
send_campaign | Send an email campaign to its audience immediately | campaign_id | w | h | communicates
schedule_post | Schedule a social media post | text platforms:array publish_at | w | hm | communicates
get_channel_analytics | Get analytics for your own YouTube channel | start_date end_date | r | m | reads-private-data
transcribe_audio | Transcribe an audio file to text | file_path language | r | lm |
text_to_speech | Convert text to speech and save the audio file | text voice output_directory | w | ml |
list_voices | List available voices |  | r | l |
clone_voice | Clone a voice from audio samples | name files:array | w | mh |
create_invoice | Create a new invoice for a customer | customer_id line_items:array due_date | w | m |
pay_bill | Pay a bill from the connected bank account | bill_id amount | d | c | moves-money
transfer_money | Transfer money between accounts | from_account to_account amount | d | c | moves-money
get_transactions | Get transactions for an account | account_id start_date end_date | r | m | reads-private-data
categorize_transaction | Assign a category to a transaction | transaction_id category_id | w | m |
get_positions | Get all open positions in the portfolio |  | r | m | reads-private-data
close_position | Close an open position at market price | symbol qty | d | c | moves-money
cancel_all_orders | Cancel all open orders |  | wd | hmc |
get_market_data | Get historical price bars for a symbol | symbol timeframe start end | r | l |
get_gas_price | Get the current gas price on a network | network | r | l |
deploy_contract | Deploy a smart contract to the blockchain | bytecode abi args:array | d | c |
sign_message | Sign a message with the wallet private key | message | wd | hmc |
read_contract | Read a value from a smart contract | address function args:array network | r | l |
write_contract | Call a state-changing function of a smart contract and send the transaction | address function args:array | d | c | moves-money
turn_off_device | Turn off a smart device | device_id | w | h | controls-systems
lock_door | Lock a door | entity_id | w | h | controls-systems
set_thermostat | Set the thermostat temperature | temperature:number | w | h | controls-systems
get_camera_snapshot | Get a snapshot from a camera | camera_id | r | mh | reads-private-data
get_sensor_history | Get history of a sensor | entity_id hours | r | m | reads-private-data
ssh_execute | Execute a command on a remote host over SSH | host command | d | c | executes-code
read_terminal_output | Read the output of a terminal session | lines:number | r | m | reads-private-data
kill_process | Kill a running process by PID | pid:number | d | h | controls-systems
list_processes | List running processes |  | r | m | reads-private-data
get_env_vars | Get environment variables of the process |  | r | h | reads-secrets
install_package | Install an npm package in the project | name version | w | hc |
run_tests | Run the test suite of the project | path | w | mh |
format_code | Format source code and return the result | code language | r | l |
lint_file | Lint a file and report problems | path | r | lm |
explain_query | Show the execution plan of a query | query | r | ml |
list_tables | List all tables in the database | schema | r | m | reads-private-data
describe_table | Get the schema of a table | table | r | m | reads-private-data
drop_table | Drop a table | table | d | c | deletes-data
insert_rows | Insert rows into a table | table rows:array | w | m |
update_rows | Update rows in a table matching a condition | table set:object where | w | mh |
truncate_table | Remove all rows from a table | table | d | c | deletes-data
create_index | Create an index on a table | table columns:array | w | mh |
upsert_vectors | Upsert vectors into an index | index vectors:array | w | m |
create_page | Create a new page in Confluence | space_id title body | w | m |
update_page | Update an existing Confluence page | page_id title body version | w | mh |
delete_page | Delete a Confluence page | page_id | d | h | deletes-data
get_page | Get a Confluence page by ID | page_id | r | m | reads-private-data ingests-untrusted
add_comment | Add a comment to a page | page_id comment | w | m | communicates
share_document | Share a document with a user by email | document_id email role | w | h | changes-access
export_document | Export a document as PDF | document_id | r | m | reads-private-data
create_folder | Create a folder in Google Drive | name parent_id | w | m |
empty_trash | Permanently delete all files in the trash |  | d | c | deletes-data
append_rows | Append rows to a sheet | spreadsheet_id range values:array | w | m |
clear_range | Clear values in a range of a sheet | spreadsheet_id range | d | hm | deletes-data
get_unread_messages | Get unread WhatsApp messages | limit | r | m | reads-private-data ingests-untrusted
reply_to_message | Reply to a message in a chat | chat_id message_id text | w | h | communicates
delete_message | Delete a message from a channel | channel_id message_id | d | h | deletes-data
create_channel | Create a new channel in the server | name type | w | mh |
ban_member | Ban a member from the server | user_id reason | w | h | changes-access
pin_message | Pin a message in a channel | message_id | w | m |
search_flights | Search for flights between two airports | origin destination date | r | l |
book_flight | Book a flight for the given passengers | offer_id passengers:array payment | d | c | moves-money
book_hotel | Book a hotel room | hotel_id checkin checkout guest:object | dw | ch |
get_directions | Get driving directions between two places | origin destination | r | l |
geocode_address | Convert an address to coordinates | address | r | l |
search_recipes | Search recipes by ingredient | ingredients | r | l |
log_meal | Log a meal in the food diary | name calories:number | w | m |
get_sleep_data | Get sleep data from the wearable | date | r | m | reads-private-data
get_activities | Get the athlete's recent activities | per_page | r | m | reads-private-data
get_patient_record | Retrieve a patient record | patient_id | r | m | reads-private-data
search_pubmed | Search PubMed articles | term max_results | r | l |
get_protein_structure | Get a protein structure from the PDB | pdb_id | r | l |
create_task | Create a new task in Todoist | content due_string priority | w | m |
complete_task | Mark a task as completed | task_id | w | m |
delete_project | Delete a project and all its tasks | project_id | d | c | deletes-data
start_timer | Start a time tracking timer | description project_id | w | mlh |
create_workflow | Create a new n8n workflow | name nodes:array connections:object | w | mh |
activate_workflow | Activate a workflow so that it runs on its triggers | id | w | h | controls-systems
trigger_webhook | Send a POST request to a webhook URL with a JSON payload | url payload:object | w | hm | reaches-network
http_request | Make an HTTP request with any method | url method headers:object body | d | ch | reaches-network
create_user | Create a new user account | email password role | w | hc | changes-access
reset_password | Reset a user's password | user_id | wd | h | changes-access
disable_user | Disable a user account in the directory | user_id | w | h | changes-access
list_users | List all users in the tenant | filter | r | m | reads-private-data
get_audit_logs | Get audit logs of the organization | start end | r | m | reads-private-data
rotate_key | Rotate an access key | key_id | w | hc | changes-access
add_firewall_rule | Add a firewall rule | source port protocol action | w | h |
scan_ports | Scan open ports on a host | host ports | r | lm |
scan_vulnerabilities | Scan dependencies of a project for known vulnerabilities | path | r | ml |
check_domain_availability | Check if a domain is available for registration | domain | r | l |
register_domain | Register a domain name | domain years:number contact:object | d | c | moves-money
get_dns_records | Look up the public DNS records of a domain | domain type | r | l |
generate_qr_code | Generate a QR code for text | text size | r | l |
remember | Store a memory for later | content tags:array | w | ml |
recall | Recall memories matching a query | query | r | m | reads-private-data
forget | Forget a memory | id | d | hm | deletes-data
ask_user | Ask the user a question and wait for the answer | question | r | l |
move_player | Move the player character in the game | x y | w | lmh |
execute_lua | Execute Lua code in the running game | code | d | c | executes-code
spawn_actor | Spawn an actor in the Unreal level | class location:object | w | ml |
take_screenshot | Take a screenshot of the desktop |  | r | m | reads-private-data
mouse_click | Click the mouse at coordinates | x:number y:number button | w | h | controls-systems
open_app | Open an application on the phone | package | w | hm | controls-systems
get_clipboard | Get the clipboard content |  | r | m | reads-private-data
convert_currency | Convert an amount between currencies | amount from to | r | l |
get_exchange_rates | Get current exchange rates | base | r | l |
summarize_url | Summarize the content of a web page | url | r | l | ingests-untrusted reaches-network
crawl_site | Crawl a website and return its pages as markdown | url depth limit | r | l | ingests-untrusted reaches-network
list_models | List available models |  | r | l |
fine_tune | Start a fine-tuning job | model training_file | w | hm | controls-systems
delete_model | Delete a model | model | d | hc | deletes-data
weather-forecast | 查询城市未来三天的天气预报 | city | r | l |
getUserInfo | 获取当前用户的基本信息 |  | r | m | reads-private-data
deleteOrder | 删除订单 | orderId | d | h | deletes-data
createOrder | 创建订单并支付 | items:array amount | d | c | moves-money
sendMsg | 发送消息到群聊 | groupId content | w | h | communicates
queryDatabase | 执行SQL查询 | sql | dr | cm |
uploadFile | 上传文件到云存储 | path | w | mh |
restartServer | 重启服务器 | serverId | w | h | controls-systems
buscar_productos | Busca productos en el catálogo de la tienda | consulta | r | lm |
eliminar_usuario | Elimina un usuario del sistema | id | d | h | deletes-data
enviar_correo | Envía un correo electrónico al destinatario | para asunto cuerpo | w | h | communicates
criar_tarefa | Cria uma nova tarefa no projeto | titulo | w | m |
obter_saldo | Obtém o saldo da conta | conta | r | m | reads-private-data
supprimer_fichier | Supprime un fichier du serveur | chemin | d | h | deletes-data
rechercher_clients | Recherche des clients par nom | nom | r | m | reads-private-data
datei_lesen | Liest den Inhalt einer Datei | pfad | r | m | reads-private-data
konto_loeschen | Löscht ein Konto endgültig | id | d | hc | deletes-data
выполнить_запрос | Выполняет SQL запрос к базе данных | sql | d | c | executes-code
отправить_сообщение | Отправляет сообщение в чат | chat text | w | h | communicates
ファイル削除 | 指定したファイルを削除します | path | d | h | deletes-data
메일_보내기 | 이메일을 보냅니다 | to body | w | h | communicates
repo.create |  | name | w | mh |
issue.close |  | id | w | m |
chat.postMessage | Sends a message to a channel | channel text | w | h | communicates
conversations.history | Fetches a conversation's history of messages and events | channel | r | m | reads-private-data ingests-untrusted
ListS3Objects | Lists objects in a bucket | bucket prefix | r | m | reads-private-data
TerminateInstances | Terminates EC2 instances | InstanceIds:array | d | c | controls-systems
StartInstances | Starts EC2 instances | InstanceIds:array | w | h | controls-systems
AttachRolePolicy | Attaches a managed policy to a role | RoleName PolicyArn | w | hc | changes-access
GetSecretValue | Retrieves the contents of a secret | SecretId | r | h | reads-secrets
PutItem | Creates a new item or replaces an old item with a new item in a table | TableName Item:object | wd | mh |
terraform_plan | Show the changes Terraform would make | dir | r | ml |
browser_type | Type text into an editable element | element ref text submit:boolean | w | h | controls-systems
bash | Run commands in a bash shell | command restart:boolean | d | c | executes-code
str_replace_editor | View, create and edit files | command path old_str new_str | wd | hmc |
jupyter_execute_cell | Execute a notebook cell | notebook cell_index:number | d | c | executes-code
validate_json | Validate JSON against a schema | json schema | r | l |
base64_encode | Encode text as base64 | text | r | l |
`;

export const operations: Record<string, Operation> = { r: 'read', w: 'write', d: 'destructive' };
export const risks: Record<string, Risk> = { l: 'low', m: 'medium', h: 'high', c: 'critical' };

/** A row allows several operations and risks where the rubric leaves more than one open. */
export interface EverydayTool extends Omit<HardCase, 'operation'> {
  operations: Operation[];
}

export const everydayTools: EverydayTool[] = table.trim().split('\n').map(readRow);

function readRow(row: string): EverydayTool {
  const cells = row.split('|').map((cell) => cell.trim());
  const [name = '', description = '', parameters = '', operation = '', risk = '', can = ''] = cells;
  return {
    tool: writtenTool(name, description, parameters),
    operations: [...operation].map((letter) => operations[letter] as Operation),
    risk: [...risk].map((letter) => risks[letter] as Risk),
    can: words(can) as Capability[],
  };
}

/** @param parameters names parted by spaces, each with `:type` where it is no string */
export function writtenTool(name: string, description: string, parameters: string): ToolDefinition {
  const properties = Object.fromEntries(words(parameters).map(property));
  return { name, description, inputSchema: { type: 'object', properties } };
}

function property(parameter: string): [string, { type: string }] {
  const [name = '', type = 'string'] = parameter.split(':');
  return [name, { type }];
}

function words(cell: string): string[] {
  return cell === '' ? [] : cell.split(' ');
}
