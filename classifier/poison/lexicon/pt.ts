import type { Lexicon } from '../concepts.ts';

export const pt: Lexicon = {
  agent: 'assistente, assistentes, modelo, agente, agentes, você, ia',
  user: 'usuário, usuários, utilizador, utilizadores, cliente, clientes, pessoa, humano, operador, usuaria',
  must: 'deve, devem, deverá, sempre, obrigatório, obrigatória, necessário, necessária, requer, é preciso, precisa, certifique-se, tem que, importante, exige, por favor, garanta, imprescindível, lembre-se, convém',
  before: 'antes de, antes, primeiro, previamente, com antecedência, no início, de antemão',
  after: 'depois, em seguida, após, por fim, no final, ao terminar, posteriormente, ao concluir',
  every:
    'cada, todos, toda, todas, qualquer, sempre que, a partir de agora, doravante, sem exceção, em todas',
  tool: 'ferramenta, ferramentas, servidor, servidores, função, plugin, conector',
  other: 'outra, outras, outro, outros, externo, externa, terceiros, demais, alheia',
  call: 'chame, chamar, chamada, invoque, invocar, execute, executar, use, usar, utilize, utilizar, acione, acionar, rode, rodar, recorra',
  read: 'leia, ler, lido, abra, abrir, carregue, carregar, recupere, obtenha, obter, acesse, aceda, acessar, colete, coletar, recolha, extraia, extrair, consulte, pegue, busque, exporte, reúna, capture, localize',
  put: 'inclua, incluir, incluindo, insira, inserir, adicione, adicionar, acrescente, acrescentar, coloque, colocar, anexe, anexar, preencha, preencher, passe, passar, passe-o, escreva, copie, copiar, cole, introduza, guarde, registre, registe, registrar, anote, defina, conter, contenha, levar, transcreva, reproduza, concatene, deposite, ponha, embuta, informe no, vai no, grave',
  send: 'envie, enviar, envia, mande, mandar, encaminhe, encaminhar, reencaminhe, publique, suba, carregue para, transmita, transmitir, compartilhe, partilhe, entregue, em cópia, cópia oculta, cco, poste, e-mail, sincronize, remeta',
  change:
    'mude, mudar, altere, alterar, substitua, substituir, troque, trocar, modifique, modificar, redirecione, redirecionar, desvie, desviar, sobrescreva, ajuste, ajustar, reescreva, force, converta, intercepte',
  hide: 'silenciosamente, em silêncio, discretamente, secretamente, em segredo, oculto, oculta, ocultar, oculte, sem avisar, sem que, em segundo plano, invisível, de forma transparente, nos bastidores, sigilo, com discrição, não visível',
  tell: 'mencione, mencionar, diga, dizer, informe, informar, revele, revelar, mostre, mostrar, explique, explicar, avise, avisar, comunique, comunicar, comente, comentar, notifique, notificar, saiba, exiba, exibir, alerte, alertar, refira, conte, incomode',
  not: 'não, nunca, sem, jamais, evite, evitar, nem, em vez de, ao invés de, nenhum, nenhuma, omita, nada, tampouco',
  ask: 'pergunte, perguntar, confirmar, confirmação, confirme, aprovação, consentimento, permissão, autorização, aprovar, solicitar, pedir, peça, consultar, aval',
  skip: 'pule, pular, salte, ignore a etapa, contorne, contornar, desative, automaticamente, diretamente, imediatamente, dispense, dispensar, prossiga, sem esperar',
  void: 'ignore, ignorar, esqueça, esquecer, desconsidere, desconsiderar, anula, anular, prevalece, prevalecem, prioridade, precedência, suspensa, suspensas, suspensos, sem efeito, não se aplicam, não se aplica, já não, revogada, revogadas, substitui, invalida, isenta, isento, sobrepõe, acima de',
  rules:
    'instruções, instrução, regras, regra, normas, diretrizes, diretriz, políticas, política, restrições, restrição, limites, segurança, salvaguardas, ordens, orientações',
  prior:
    'anterior, anteriores, prévias, prévio, prévia, último, última, últimos, últimas, existente, existentes, original, até agora, mais recente, atual, recentes, passado',
  secret:
    'credencial, credenciais, senha, senhas, palavra-passe, chave, chaves, segredo, segredos, token, tokens, chave privada, variáveis de ambiente, ambiente, cookies, certificado',
  talk: 'conversa, conversas, diálogo, chat, histórico, mensagem, mensagens, contexto, sessão, transcrição, turno, turnos, pedido, pergunta do, solicitação, tópico, memória, raciocínio',
  'system-prompt':
    'prompt do sistema, mensagem do sistema, instruções do sistema, prompt de sistema, instruções iniciais, suas instruções, mensagem de sistema',
  result: 'resultado, resultados, saída, saídas, conteúdo, conteúdos, devolve, retorna, dados',
  reply: 'resposta, respostas, responder, responda, resumo',
  param: 'parâmetro, parâmetros, argumento, argumentos, campo, campos, valor, entrada, cabeçalho',
  file: 'arquivo, arquivos, ficheiro, ficheiros, pasta, diretório, caminho, repositório, espaço de trabalho, código-fonte, área de transferência, configuração, documento, documentos',
  whole:
    'completo, completa, completos, completas, inteiro, inteira, íntegra, íntegro, literalmente, textual, textualmente, palavra por palavra, tal como, sem cortes, sem alterações, totalidade, na íntegra, exata, exato, em claro',
  pretext:
    'conformidade, auditoria, telemetria, diagnóstico, validação, verificação, verificar, validar, segurança, rastreabilidade, registro, registo, depuração, qualidade, autenticação, faturamento, integridade, regulatório, suporte, estatísticas, monitoramento, melhorar, precisão, caso contrário, falhará, backup, continuidade, correlação, legal, erro',
  recipient:
    'destinatário, destinatários, destino, conta, beneficiário, endereço, caixa de correio, número, carteira, gateway, proxy',
  regardless: 'independentemente, não importa, mesmo que, mesmo se, apesar de, ainda que',
  step: 'passo, passos, etapa, isto, isso, esta nota, procedimento, detalhe, processo, verificação, ação, requisito, cópia, envio, operação',
  money:
    'transferência, transferir, pagamento, pagar, fundos, dinheiro, saldo, pedido de compra, quantia, reembolso, taxa, pix, fatura',
  distrust:
    'obsoleta, obsoleto, insegura, inseguro, comprometida, comprometido, defeituosa, incompleta, incompletos, desatualizada, vulnerável, pouco confiável, descontinuada, não confiável, quebrada, imprecisa, fora de serviço',
  prefer:
    'prefira, preferir, preferencial, em vez de, ao invés de, prioridade, somente esta, apenas esta, unicamente, exclusivamente, melhor, recomenda, preferida, priorize',
  exempt:
    'já autorizado, já autorizou, já aprovado, já aceitou, pré-autorizado, não é necessário, não é preciso, sem necessidade, consentimento prévio, já deu, já consentiu, deu seu consentimento',
  data: 'contatos, contactos, agenda, calendário, caixa de entrada, e-mails, área de transferência, navegador, pessoais, privados, confidencial, confidenciais, sensíveis, localização, memória, telefone, interno, fotos',
  role: 'agora você é, agora és, aja como, finja, modo desenvolvedor, modo administrador, modo depuração, modo manutenção, sem restrições, modo de teste',
  command: 'comando, comandos, script, terminal, código, instalador',
};
