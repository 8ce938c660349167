import { isRead } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import type { Signal } from '../signal.ts';

const devices = new Set(
  `robot arm gripper joint joints servo motor motors actuator relay gpio drone gimbal takeoff landing horn trunk charger
   charging switch poe vlan ssid wifi wlan router vpn registry plc modbus mqtt ros gcode ptz hvac fan blinds shutter
   irrigation sprinkler mower oven fridge thermostat light lights lamp bulb plug outlet lock door doors garage gate alarm
   siren camera vacuum heater boiler pump valve printer telescope turret rover vehicle car tv projector doorbell scene
   tunnel iptables poweroff bluetooth airplane brightness wallpaper kasa hue zigbee zwave tasmota esphome`.split(
    /\s+/,
  ),
);
/** A record about a device, or a device in a picture or game. */
const described = new Set(
  `record records list report schema label labels note ticket maintenance asset assets inventory price booking model
   material blender unity unreal godot shader canvas figma keyframe animation lighting scene3d ad ads group listing`.split(
    /\s+/,
  ),
);
const acts: VerbClass[] = [
  'update',
  'control',
  'interface',
  'publish',
  'create',
  'send',
  'access',
  'overwrite',
];
const moved: ReadonlySet<VerbClass> = new Set(acts);

export const deviceAct: Signal = {
  id: 'device-act',
  title: 'Moves or switches a device',
  why: 'What a robot, a vehicle, a switch or a lamp does happens outside the machine at once.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { isRead: false, words: [...devices].flatMap((device) => [device, `${device}s`]) },
  find: (text) => {
    const { reading, nameWords } = text;
    const { main } = reading;
    if (main === undefined || !moved.has(main.verb) || isRead(reading)) return [];
    if (/^(?:create|add|register|import|rename|tag|assign)/.test(main.word)) return [];
    // `switch_shop`, `lock`: the word is what is done, and no device.
    const done = main.passage.kind === 'name' ? main.start : -1;
    const named = nameWords.some(
      ({ term, start }) => start !== done && (devices.has(term.text) || devices.has(term.stem)),
    );
    if (!named || nameWords.some((word) => described.has(word.text))) return [];
    if (reading.clause.some((word) => described.has(word.text))) return [];
    return [quoteAct('device-act', main)];
  },
  falsePositives: ['A scene of a film, the lights of a drawing.'],
  examples: {
    fires: [
      { tool: { name: 'robot_move_joint' }, quote: 'robot_move_joint' },
      { tool: { name: 'set_port_vlan' }, quote: 'set_port_vlan' },
      { tool: { name: 'pause_printers' }, quote: 'pause_printers' },
    ],
    silent: [
      { name: 'get_robot_pose' },
      { name: 'create_vehicle' },
      { name: 'switch_shop' },
      { name: 'update_scene', description: 'Update a scene in Blender.' },
    ],
  },
};
