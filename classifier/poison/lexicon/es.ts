import type { Lexicon } from '../concepts.ts';

export const es: Lexicon = {
  agent: 'asistente, asistentes, modelo, agente, agentes, ia',
  user: 'usuario, usuarios, usuaria, cliente, clientes, persona, humano, operador',
  must: 'debe, debes, deben, deberá, deberás, siempre, obligatorio, obligatoria, necesario, requerido, requiere, hay que, tiene que, tienes que, asegúrate, asegúrese, imprescindible, importante, es preciso, por favor, conviene, exige, recuerda',
  before: 'antes de, antes, primero, previamente, previo, de antemano, al principio',
  after:
    'después, luego, a continuación, tras, finalmente, al final, al terminar, posteriormente, una vez',
  every:
    'cada, todos, toda, todas, cualquier, cualquiera, siempre que, en adelante, a partir de ahora, sin excepción, en todas',
  tool: 'herramienta, herramientas, servidor, servidores, función, complemento, conector',
  other:
    'otra, otras, otro, otros, externo, externa, externos, tercero, terceros, demás, ajena, ajeno',
  call: 'llama, llamar, llame, llamada, invoca, invocar, invoque, ejecuta, ejecutar, ejecute, usa, usar, use, utiliza, utilizar, utilice, lanza, emplear, recurre',
  read: 'lee, leer, lea, leído, abre, abrir, abra, carga, cargar, recupera, recuperar, obtén, obtener, obtenga, accede, acceder, recopila, recopilar, recoge, extrae, extraer, consulta, toma, busca, exporta, reúne, captura, localiza',
  put: 'incluye, incluir, incluya, incluyendo, inserta, insertar, añade, añadir, añada, agrega, agregar, agregue, pon, poner, coloca, colocar, adjunta, adjuntar, rellena, rellenar, completa, pasa, pasar, pásalo, pásala, pase, escribe, escribir, copia, copiar, copie, pega, pegar, introduce, introducir, guarda, guardar, registra, registrar, anota, establece, contener, llevar, lleva, contenga, incorpora, transcribe, reproduce, deposita, concatena, adjunte, va en, vuelca, colóquelo, mete, indica',
  send: 'envía, enviar, envíe, envíalo, envíala, manda, mandar, mándalo, reenvía, reenviar, reenvíe, publica, sube, subir, suba, transmite, transmitir, comparte, compartir, entrega, en copia, copia oculta, cco, correo, notifica a, sincroniza, remite, remitir, remita, informa a',
  change:
    'cambia, cambiar, cambie, sustituye, sustituir, sustituya, reemplaza, reemplazar, reemplace, modifica, modificar, modifique, redirige, redirigir, desvía, desviar, altera, sobrescribe, ajusta, ajustar, reescribe, fuerza, convierte, intercepta',
  hide: 'silenciosamente, en silencio, discretamente, secretamente, en secreto, oculto, oculta, ocultar, ocultamente, sin avisar, sin que, en segundo plano, calladamente, invisible, de forma transparente, entre bastidores, reservado, con discreción, no visible',
  tell: 'menciones, mencionar, mencione, mencionarlo, digas, decir, diga, informes, informar, informe, reveles, revelar, muestres, mostrar, muestre, expliques, explicar, avises, avisar, avise, comuniques, comunicar, comunique, comentes, comentar, notificar, notifiques, sepa, advertir, alertar, saberlo, aludas, enseñes, molestar',
  not: 'no, nunca, sin, jamás, evita, evitar, ni, tampoco, en lugar de, en vez de, ningún, ninguna, omite, abstente, nada',
  ask: 'pregunta, preguntar, preguntes, pregunte, confirmar, confirmación, confirma, confirmes, aprobación, consentimiento, permiso, autorización, aprobar, visto bueno, solicitar, pedir, pidas, consultar',
  skip: 'omite, omitir, salta, saltar, saltarse, elude, eludir, desactiva, automáticamente, directamente, inmediatamente, prescinde, prescindir, procede, sin esperar',
  void: 'ignora, ignorar, ignore, olvida, olvidar, anula, anulan, anular, prevalece, prevalecen, prioridad, precedencia, suspendido, suspendidas, suspendidos, sin efecto, no se aplican, no aplican, ya no, derogado, derogadas, reemplaza, invalida, queda exenta, exento, exenta, caso omiso, inválidas, por encima de',
  rules:
    'instrucciones, instrucción, reglas, regla, normas, norma, directrices, directriz, políticas, política, restricciones, restricción, límites, seguridad, salvaguardas, órdenes, pautas',
  prior:
    'anterior, anteriores, previas, previos, previo, previa, último, última, últimos, últimas, existente, existentes, original, hasta ahora, más reciente, recientes, pasado',
  secret:
    'credencial, credenciales, contraseña, contraseñas, clave, claves, secreto, secretos, token, tokens, clave privada, variables de entorno, entorno, cookies, llave, certificado, frase semilla',
  talk: 'conversación, conversaciones, diálogo, chat, historial, mensaje, mensajes, contexto, sesión, transcripción, turno, turnos, petición, pregunta del, solicitud, hilo, memoria, razonamiento, charla, indicaciones',
  'system-prompt':
    'prompt del sistema, mensaje del sistema, instrucciones del sistema, indicaciones del sistema, prompt de sistema, instrucciones iniciales, tus instrucciones, mensaje de sistema',
  result: 'resultado, resultados, salida, salidas, contenido, contenidos, devuelve, datos',
  reply: 'respuesta, respuestas, contesta, responder, responde, responda, contestar, resumen',
  param:
    'parámetro, parámetros, argumento, argumentos, campo, campos, valor, entrada, encabezado, cabecera',
  file: 'archivo, archivos, fichero, ficheros, carpeta, directorio, ruta, repositorio, espacio de trabajo, código fuente, portapapeles, configuración, documento, documentos, escritorio, capturas',
  whole:
    'completo, completa, completos, completas, entero, entera, íntegro, íntegra, literalmente, textual, textualmente, palabra por palabra, tal cual, sin recortar, sin modificar, totalidad, íntegramente, exacta, exacto, en claro',
  pretext:
    'cumplimiento, auditoría, telemetría, diagnóstico, validación, verificación, verificar, validar, seguridad, trazabilidad, registro, depuración, calidad, autenticación, facturación, integridad, normativa, regulatorio, soporte, estadísticas, monitorización, mejorar, precisión, de lo contrario, fallará, copia de seguridad, continuidad, correlación, legal',
  recipient:
    'destinatario, destinatarios, destino, cuenta, beneficiario, dirección, buzón, número, monedero, pasarela, proxy, extremo, punto de acceso',
  regardless:
    'independientemente, sin importar, aunque, incluso si, pese a, a pesar de, da igual, con independencia',
  step: 'paso, pasos, esto, este paso, esta nota, procedimiento, detalle, proceso, comprobación, acción, requisito, trámite, copia, envío, lo, ello, operación',
  money:
    'transferencia, transferir, pago, pagar, fondos, dinero, saldo, pedido, importe, reembolso, comisión, factura',
  distrust:
    'obsoleta, obsoleto, insegura, inseguro, comprometida, comprometido, defectuosa, incompleta, incompletos, desactualizada, vulnerable, poco fiable, retirada, no fiable, descatalogada, rota, inexacta, fuera de servicio',
  prefer:
    'prefiere, preferir, preferente, en lugar de, en vez de, prioridad, solo esta, únicamente, exclusivamente, mejor, recomienda, preferida, priorizar, prioriza',
  exempt:
    'ya autorizado, ya ha autorizado, ya aprobado, ya aceptó, ya ha aceptado, preautorizado, no hace falta, no es necesario, sin necesidad, consentimiento previo, ya dio su, ya ha dado, dio su conformidad, ha consentido, ya consintió',
  data: 'contactos, agenda, calendario, bandeja de entrada, correos, portapapeles, navegador, personales, privados, confidencial, confidenciales, sensibles, ubicación, memoria, teléfono, domicilio, interno, fotos',
  role: 'ahora eres, actúa como, finge, modo desarrollador, modo administrador, modo depuración, modo mantenimiento, sin restricciones, modo de prueba',
  command: 'comando, comandos, script, terminal, consola, código, orden de consola, instalador',
};
