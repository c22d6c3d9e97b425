/**
 * Angles and hyperbolas. Functions of an angle take radians and give plain numbers, their inverses the other way round.
 * They keep the labels.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#trigonometric-functions
 */
import { count, type Ratio, ratio, type Unit } from '../units/unit.ts';
import { type AnyExpr, derived, type Expr, type LabelsOf, type Scalar, scalarOf } from './expr.ts';
import { call } from './node.ts';

type Radians = Unit<'radians', ''>;
type Degrees = Unit<'degrees', ''>;
type Giving<U extends Unit> = <V extends AnyExpr>(of: V) => Expr<LabelsOf<V>, U>;

const radians: Radians = count('radians');
const degrees: Degrees = count('degrees');

function giving<U extends Unit>(name: string, unit: U): Giving<U> {
  return <V extends AnyExpr>(of: V) => derived(call(name, of.node), [of], unit);
}

/** The sine of radians. @example sin(rad(node_load1)) // sin(rad(node_load1{job="node"})) */
export const sin: Giving<Ratio> = giving('sin', ratio);
/** The cosine of radians. @example cos(rad(node_load1)) // cos(rad(node_load1{job="node"})) */
export const cos: Giving<Ratio> = giving('cos', ratio);
/** The tangent of radians. @example tan(rad(node_load1)) // tan(rad(node_load1{job="node"})) */
export const tan: Giving<Ratio> = giving('tan', ratio);
/** The angle whose sine it is, in radians. @example asin(node_load1) // asin(node_load1{job="node"}) */
export const asin: Giving<Radians> = giving('asin', radians);
/** The angle whose cosine it is, in radians. @example acos(node_load1) // acos(node_load1{job="node"}) */
export const acos: Giving<Radians> = giving('acos', radians);
/** The angle whose tangent it is, in radians. @example atan(node_load1) // atan(node_load1{job="node"}) */
export const atan: Giving<Radians> = giving('atan', radians);
/** The hyperbolic sine. @example sinh(node_load1) // sinh(node_load1{job="node"}) */
export const sinh: Giving<Ratio> = giving('sinh', ratio);
/** The hyperbolic cosine. @example cosh(node_load1) // cosh(node_load1{job="node"}) */
export const cosh: Giving<Ratio> = giving('cosh', ratio);
/** The hyperbolic tangent: squeezes all numbers between −1 and 1. @example tanh(node_load1) // tanh(node_load1{job="node"}) */
export const tanh: Giving<Ratio> = giving('tanh', ratio);
/** The inverse of the hyperbolic sine. @example asinh(node_load1) // asinh(node_load1{job="node"}) */
export const asinh: Giving<Radians> = giving('asinh', radians);
/** The inverse of the hyperbolic cosine. @example acosh(node_load1) // acosh(node_load1{job="node"}) */
export const acosh: Giving<Radians> = giving('acosh', radians);
/** The inverse of the hyperbolic tangent. @example atanh(node_load1) // atanh(node_load1{job="node"}) */
export const atanh: Giving<Radians> = giving('atanh', radians);
/** Radians as degrees. @example deg(atan(node_load1)) // deg(atan(node_load1{job="node"})) */
export const deg: Giving<Degrees> = giving('deg', degrees);
/** Degrees as radians. @example rad(deg(node_load1)) // rad(deg(node_load1{job="node"})) */
export const rad: Giving<Radians> = giving('rad', radians);

/** π. @example mul(node_load1, pi()) // node_load1{job="node"} * pi() */
export function pi(): Scalar<Ratio> {
  return scalarOf(call('pi'), ratio);
}
