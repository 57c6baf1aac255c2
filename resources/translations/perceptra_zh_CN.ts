<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start again with XOR and a 2-4-1 network</source>
        <translation>重新开始：异或数据和 2-4-1 网络</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>打开项目文件</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the project with its run</source>
        <translation>保存项目及其训练过程</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>以另一个名称保存项目</translation>
    </message>
    <message>
        <source>Save &amp;picture of the window…</source>
        <translation>保存窗口图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Save what you see as a PNG picture</source>
        <translation>把看到的画面存为 PNG 图片</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>撤销上一步编辑</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>重做刚才撤销的编辑</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Train the network, or pause</source>
        <translation>训练网络，或暂停</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>一次迭代(&amp;E)</translation>
    </message>
    <message>
        <source>Train for one pass over the data</source>
        <translation>把全部样本训练一遍</translation>
    </message>
    <message>
        <source>One &amp;sample</source>
        <translation>一个样本(&amp;S)</translation>
    </message>
    <message>
        <source>Make one update: one sample, or one batch</source>
        <translation>只调整一次权值：一个样本或一批样本</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Back to the same start, epoch 0</source>
        <translation>回到同一组初始权值，迭代次数归零</translation>
    </message>
    <message>
        <source>&amp;New start</source>
        <translation>新的初始值(&amp;N)</translation>
    </message>
    <message>
        <source>Draw other start weights: the next seed</source>
        <translation>换一组初始权值：取下一个随机种子</translation>
    </message>
    <message>
        <source>&amp;Back to the last finite state</source>
        <translation>退回最后一个正常状态(&amp;B)</translation>
    </message>
    <message>
        <source>After a divergence: go back to the last weights that were finite numbers</source>
        <translation>发散之后：退回到最后一组有限的权值</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>减速(&amp;L)</translation>
    </message>
    <message>
        <source>One step slower</source>
        <translation>慢一档</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加速(&amp;F)</translation>
    </message>
    <message>
        <source>One step faster</source>
        <translation>快一档</translation>
    </message>
    <message>
        <source>&amp;Unlimited speed</source>
        <translation>不限速(&amp;U)</translation>
    </message>
    <message>
        <source>Train as fast as this computer can</source>
        <translation>以这台计算机的最快速度训练</translation>
    </message>
    <message>
        <source>&amp;Add a hidden layer</source>
        <translation>添加隐层(&amp;A)</translation>
    </message>
    <message>
        <source>Add a hidden layer after the selected one</source>
        <translation>在选中的层之后添加一个隐层</translation>
    </message>
    <message>
        <source>&amp;Remove the selected layer</source>
        <translation>删除选中的层(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the hidden layer that is selected</source>
        <translation>删除选中的隐层</translation>
    </message>
    <message>
        <source>&amp;More units</source>
        <translation>增加神经元(&amp;M)</translation>
    </message>
    <message>
        <source>One more neuron in the selected layer</source>
        <translation>给选中的层增加一个神经元</translation>
    </message>
    <message>
        <source>&amp;Fewer units</source>
        <translation>减少神经元(&amp;F)</translation>
    </message>
    <message>
        <source>One neuron fewer in the selected layer</source>
        <translation>从选中的层减少一个神经元</translation>
    </message>
    <message>
        <source>Fi&amp;t the diagram</source>
        <translation>缩放到合适大小(&amp;T)</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>显示整个网络</translation>
    </message>
    <message>
        <source>Open &amp;table…</source>
        <translation>打开表格(&amp;T)…</translation>
    </message>
    <message>
        <source>Read samples from a CSV file; the last column is the target</source>
        <translation>从 CSV 文件读取样本，最后一列为期望输出</translation>
    </message>
    <message>
        <source>Colours as the &amp;system</source>
        <translation>跟随系统配色(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark as the system is set</source>
        <translation>随系统设置使用浅色或深色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on light paper</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on dark paper</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>&amp;Presentation mode</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <source>Large type and thick lines for a projector</source>
        <translation>大字粗线，适合投影</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>侧边栏(&amp;S)</translation>
    </message>
    <message>
        <source>Show data and training settings on the left</source>
        <translation>在左侧显示数据和训练设置</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Fill the whole screen with the window</source>
        <translation>让窗口占满整个屏幕</translation>
    </message>
    <message>
        <source>&amp;Textbook notation</source>
        <translation>教科书记号(&amp;T)</translation>
    </message>
    <message>
        <source>Bias b, learning rate, w by layer, target t</source>
        <translation>偏置 b、学习率、按层编号的 w、目标值 t</translation>
    </message>
    <message>
        <source>Le&amp;cture notation</source>
        <translation>课件记号(&amp;C)</translation>
    </message>
    <message>
        <source>Threshold T, η, V and W, y and o, desired output d</source>
        <translation>阈值 T、η、V 和 W、y 和 o、期望输出 d</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>快速入门(&amp;F)</translation>
    </message>
    <message>
        <source>A short guide: what to click and what you will see</source>
        <translation>简短的指南：点哪里，会看到什么</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Every key that does something</source>
        <translation>所有可用的按键</translation>
    </message>
    <message>
        <source>&amp;About Perceptra</source>
        <translation>关于 Perceptra(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本与许可证</translation>
    </message>
</context>
<context>
    <name>ClassBar</name>
    <message>
        <source>New class</source>
        <translation>新的类别</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>{name}: a click in the plot places a point of this class (key {key})</source>
        <translation>{name}：在图中单击即放置这一类的点（按键 {key}）</translation>
    </message>
    <message>
        <source>Hard edges</source>
        <translation>硬边界</translation>
    </message>
    <message>
        <source>Paint each side of the border in one flat colour instead of shades</source>
        <translation>边界两侧各用一种纯色，不用渐变</translation>
    </message>
    <message>
        <source>Output shown</source>
        <translation>显示的输出</translation>
    </message>
    <message>
        <source>The output that the region shows</source>
        <translation>判决域所显示的输出</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>The network decides wrongly for this sample</source>
        <translation>网络对这个样本判断错误</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>A test sample: the network does not learn it</source>
        <translation>测试样本：网络不学习它</translation>
    </message>
    <message>
        <source>A sample that lies far from the slice shown, in an input that is on no axis</source>
        <translation>样本在未显示的输入上离当前截面较远</translation>
    </message>
    <message>
        <source>off slice</source>
        <translation>截面外</translation>
    </message>
    <message>
        <source>{drawn} of {total} points drawn</source>
        <translation>共 {total} 个点，已绘制 {drawn} 个</translation>
    </message>
    <message>
        <source>An even choice of the samples, so that drawing stays quick</source>
        <translation>均匀选取部分样本，使绘图保持流畅</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Change the data settings</source>
        <translation>更改数据设置</translation>
    </message>
    <message>
        <source>Choose other data</source>
        <translation>选择其他数据</translation>
    </message>
    <message>
        <source>Add a point</source>
        <translation>添加一个点</translation>
    </message>
    <message>
        <source>Move a point</source>
        <translation>移动一个点</translation>
    </message>
    <message>
        <source>Remove a point</source>
        <translation>删除一个点</translation>
    </message>
    <message>
        <source>Edit the truth table</source>
        <translation>编辑真值表</translation>
    </message>
    <message>
        <source>Add a layer of {units} units</source>
        <translation>添加一个 {units} 个神经元的隐层</translation>
    </message>
    <message>
        <source>Remove hidden layer {number}</source>
        <translation>删除第 {number} 隐层</translation>
    </message>
    <message>
        <source>Give layer {number} {units} units</source>
        <translation>把第 {number} 层设为 {units} 个神经元</translation>
    </message>
    <message>
        <source>Set the activation of layer {number} to {activation}</source>
        <translation>把第 {number} 层的激活函数设为 {activation}</translation>
    </message>
    <message>
        <source>Change how the start is drawn</source>
        <translation>更改初始权值的取法</translation>
    </message>
    <message>
        <source>Change the initial range</source>
        <translation>更改初始范围</translation>
    </message>
    <message>
        <source>The network now has one input, as the data have one column.</source>
        <translation>网络现在有一个输入，因为数据只有一列。</translation>
    </message>
    <message>
        <source>The network now has {inputs} inputs, as many as the data have columns.</source>
        <translation>网络现在有 {inputs} 个输入，与数据的列数相同。</translation>
    </message>
    <message>
        <source>The output layer now has {units} {activation} units because the data have {n_classes} classes.</source>
        <translation>数据有 {n_classes} 个类别，因此输出层现在有 {units} 个 {activation} 神经元。</translation>
    </message>
    <message>
        <source>The output layer now has {units} {activation} units because the targets are real numbers.</source>
        <translation>期望输出是实数，因此输出层现在有 {units} 个 {activation} 神经元。</translation>
    </message>
    <message>
        <source>The output layer now is one {activation} unit, which suits the targets.</source>
        <translation>为适合期望输出，输出层现在是一个 {activation} 神经元。</translation>
    </message>
    <message>
        <source>The output layer now has {units} {activation} units, which suit the targets.</source>
        <translation>为适合期望输出，输出层现在有 {units} 个 {activation} 神经元。</translation>
    </message>
    <message>
        <source>Hidden layer {number} now has {activation} units: {rule} cannot train {previous} units.</source>
        <translation>第 {number} 隐层现在使用 {activation} 神经元：{rule}无法训练 {previous} 神经元。</translation>
    </message>
    <message>
        <source>The training rule now is {rule}, since {previous} cannot train this network on these data.</source>
        <translation>训练规则现在是{rule}，因为{previous}无法用这些数据训练这个网络。</translation>
    </message>
    <message>
        <source>The error now is {loss}, which suits these outputs and targets better than {previous}.</source>
        <translation>误差现在是{loss}，它比{previous}更适合这些输出和期望输出。</translation>
    </message>
    <message>
        <source>A batch now is the whole set, as {rule} needs it.</source>
        <translation>每批现在是全部样本，这是{rule}的要求。</translation>
    </message>
    <message>
        <source>A batch now is one sample, as {rule} needs it.</source>
        <translation>每批现在是一个样本，这是{rule}的要求。</translation>
    </message>
    <message>
        <source>The samples are now your own; the settings of the data set no longer apply.</source>
        <translation>样本现在是您自己的，原数据集的设置不再起作用。</translation>
    </message>
    <message>
        <source>The start given number by number was replaced by one drawn from seed {seed}.</source>
        <translation>逐个给定的初始权值已换成由随机种子 {seed} 抽取的一组。</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>新的初始值</translation>
    </message>
    <message>
        <source>Change the training settings</source>
        <translation>更改训练设置</translation>
    </message>
    <message>
        <source>Train by {rule}</source>
        <translation>改用{rule}训练</translation>
    </message>
    <message>
        <source>Measure the error by {loss}</source>
        <translation>改用{loss}衡量误差</translation>
    </message>
    <message>
        <source>Set the learning rate to {value}</source>
        <translation>把学习率设为 {value}</translation>
    </message>
    <message>
        <source>Change the batch size</source>
        <translation>更改批量大小</translation>
    </message>
    <message>
        <source>Set the momentum to {value}</source>
        <translation>把动量设为 {value}</translation>
    </message>
    <message>
        <source>Set the L1 penalty to {value}</source>
        <translation>把 L1 惩罚设为 {value}</translation>
    </message>
    <message>
        <source>Set the L2 penalty to {value}</source>
        <translation>把 L2 惩罚设为 {value}</translation>
    </message>
    <message>
        <source>Change the order of the samples</source>
        <translation>更改样本的顺序</translation>
    </message>
    <message>
        <source>Set the seed to {value}</source>
        <translation>把随机种子设为 {value}</translation>
    </message>
    <message>
        <source>Change the limit of epochs</source>
        <translation>更改迭代次数上限</translation>
    </message>
    <message>
        <source>Change the target error</source>
        <translation>更改目标误差</translation>
    </message>
    <message>
        <source>Change when training stops</source>
        <translation>更改训练停止的条件</translation>
    </message>
    <message>
        <source>Change how often the error is measured</source>
        <translation>更改计算误差的间隔</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Open the table {name}</source>
        <translation>打开表格 {name}</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Click a picture to train on these data</source>
        <translation>单击一幅图，就用这组数据训练</translation>
    </message>
    <message>
        <source>Click in the decision region to add a point, drag to move it, right-click to remove it.</source>
        <translation>在判决域中单击可添加点，拖动可移动，右击可删除。</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Give up reading the table</source>
        <translation>放弃读取这张表</translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>Read samples from a CSV file; the last column is the target</source>
        <translation>从 CSV 文件读取样本，最后一列为期望输出</translation>
    </message>
    <message>
        <source>Clear points</source>
        <translation>清除所有点</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>正在读取 {name}……</translation>
    </message>
    <message>
        <source>Remove all points and begin with an empty plane</source>
        <translation>删除所有点，从空白平面开始</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show all settings of these data</source>
        <translation>显示这组数据的全部设置</translation>
    </message>
    <message>
        <source>The table was not read; the data are as they were.</source>
        <translation>没有读取这张表；数据保持原样。</translation>
    </message>
    <message>
        <source>Choose the data “{title}”</source>
        <translation>选择数据“{title}”</translation>
    </message>
    <message>
        <source>Clear all points</source>
        <translation>清除所有点</translation>
    </message>
</context>
<context>
    <name>DatasetSettings</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>How many points are drawn</source>
        <translation>生成多少个点</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>How many classes the points have</source>
        <translation>点分为几个类别</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Moves every point at random; the standard deviation, in units of the inputs</source>
        <translation>随机移动每个点；数值为标准差，单位与输入相同</translation>
    </message>
    <message>
        <source>Test share %</source>
        <translation>测试比例 %</translation>
    </message>
    <message>
        <source>The part of the samples that is kept for testing and never trained on, in percent</source>
        <translation>留作测试、从不用于训练的样本所占的百分比</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Draws the points; the same seed gives the same points</source>
        <translation>用于生成点；种子相同，点就相同</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>How false and true are written as inputs</source>
        <translation>输入中“假”和“真”的编码</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>How the two classes are written as desired outputs</source>
        <translation>期望输出中两个类别的编码</translation>
    </message>
    <message>
        <source>{low} / {high}</source>
        <translation>{low} / {high}</translation>
    </message>
</context>
<context>
    <name>Datasets</name>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>与</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>或</translation>
    </message>
    <message>
        <source>NAND</source>
        <translation>与非</translation>
    </message>
    <message>
        <source>NOR</source>
        <translation>或非</translation>
    </message>
    <message>
        <source>XNOR</source>
        <translation>同或</translation>
    </message>
    <message>
        <source>x₁</source>
        <translation>x₁</translation>
    </message>
    <message>
        <source>x₂</source>
        <translation>x₂</translation>
    </message>
    <message>
        <source>NOT x₁</source>
        <translation>非 x₁</translation>
    </message>
    <message>
        <source>NOT x₂</source>
        <translation>非 x₂</translation>
    </message>
    <message>
        <source>x₁ AND NOT x₂</source>
        <translation>x₁ 与 非 x₂</translation>
    </message>
    <message>
        <source>NOT x₁ AND x₂</source>
        <translation>非 x₁ 与 x₂</translation>
    </message>
    <message>
        <source>x₁ OR NOT x₂</source>
        <translation>x₁ 或 非 x₂</translation>
    </message>
    <message>
        <source>NOT x₁ OR x₂</source>
        <translation>非 x₁ 或 x₂</translation>
    </message>
    <message>
        <source>Always 0</source>
        <translation>恒为 0</translation>
    </message>
    <message>
        <source>Always 1</source>
        <translation>恒为 1</translation>
    </message>
    <message>
        <source>AND of three</source>
        <translation>三输入与</translation>
    </message>
    <message>
        <source>Majority of three</source>
        <translation>三输入多数</translation>
    </message>
    <message>
        <source>Parity of three</source>
        <translation>三输入奇偶</translation>
    </message>
    <message>
        <source>Lecture: three samples</source>
        <translation>课件：三个样本</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>XOR clouds</source>
        <translation>异或点云</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>高斯点团</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘格</translation>
    </message>
    <message>
        <source>My truth table</source>
        <translation>我的真值表</translation>
    </message>
    <message>
        <source>My own points</source>
        <translation>我的点</translation>
    </message>
</context>
<context>
    <name>DecisionRegionPlot</name>
    <message>
        <source>{place} → the outputs are no longer finite numbers</source>
        <translation>{place} → 输出已不是有限的数</translation>
    </message>
    <message>
        <source>{place} → {outputs}</source>
        <translation>{place} → {outputs}</translation>
    </message>
    <message>
        <source>{place} → {outputs}: {output} decides {name}</source>
        <translation>{place} → {outputs}：{output} 判为 {name}</translation>
    </message>
    <message>
        <source>{place} → {outputs}: class {name}</source>
        <translation>{place} → {outputs}：类别 {name}</translation>
    </message>
    <message>
        <source>Sample {number}: {answer}</source>
        <translation>样本 {number}：{answer}</translation>
    </message>
    <message>
        <source>Test sample {number}: {answer}</source>
        <translation>测试样本 {number}：{answer}</translation>
    </message>
    <message>
        <source>Decision region</source>
        <translation>判决域</translation>
    </message>
    <message>
        <source>Click to add a point, drag to move it, right-click or Delete to remove it. The wheel zooms, a drag with the middle button or Ctrl moves the view, Home resets it.</source>
        <translation>单击添加点，拖动移动点，右击或按 Delete 删除点。滚轮缩放，按住中键或 Ctrl 拖动可平移，按 Home 复原视图。</translation>
    </message>
    <message>
        <source>Click to place the first point</source>
        <translation>单击放置第一个点</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>The outputs are no longer finite numbers: the network has diverged.</source>
        <translation>输出已不是有限的数：网络发散了。</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Hidden layer {number}</source>
        <translation>第 {number} 隐层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Hidden {number}</source>
        <translation>隐层 {number}</translation>
    </message>
    <message>
        <source>In</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>H{number}</source>
        <translation>隐 {number}</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 个输入</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} 个输入</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个神经元</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} 个神经元</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Bipolar sigmoid</source>
        <translation>双极性 Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>带泄漏 ReLU</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Sign (±1)</source>
        <translation>符号 (±1)</translation>
    </message>
    <message>
        <source>Step (0/1)</source>
        <translation>阶跃 (0/1)</translation>
    </message>
    <message>
        <source>{bias} of {neuron}</source>
        <translation>{neuron} 的 {bias}</translation>
    </message>
    <message>
        <source>{name}: an input feature; there are no samples yet.</source>
        <translation>{name}：输入；还没有样本。</translation>
    </message>
    <message>
        <source>{name}: an input feature, from {low} to {high} in the training samples.</source>
        <translation>{name}：输入，在训练样本中从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>{name}: a neuron with {function}.</source>
        <translation>{name}：神经元，{function}。</translation>
    </message>
    <message>
        <source>{name} = {value}, the threshold that the neuron&apos;s net input must reach.</source>
        <translation>{name} = {value}，神经元的净输入必须达到的阈值。</translation>
    </message>
    <message>
        <source>{name} = {value}, the bias added to the neuron&apos;s net input.</source>
        <translation>{name} = {value}，加到神经元净输入上的偏置。</translation>
    </message>
    <message>
        <source>{name} = {value}, the weight of the connection from {source} to {neuron}.</source>
        <translation>{name} = {value}，从 {source} 到 {neuron} 的连接的权值。</translation>
    </message>
    <message>
        <source>{layer}: {count}, as the data set has.</source>
        <translation>{layer}：{count}，与数据集一致。</translation>
    </message>
    <message>
        <source>{layer}: {count}, activation {activation}.</source>
        <translation>{layer}：{count}，激活函数 {activation}。</translation>
    </message>
    <message>
        <source>{layer}: {count}. Double-click to type another number.</source>
        <translation>{layer}：{count}。双击可输入别的数目。</translation>
    </message>
    <message>
        <source>{layer}: {hidden} of {units} units are not drawn one by one; the curves show their mean weights.</source>
        <translation>{layer}：{units} 个神经元中有 {hidden} 个未逐一画出，曲线表示它们的平均权值。</translation>
    </message>
    <message>
        <source>Add a hidden layer between {left} and {right}.</source>
        <translation>在{left}与{right}之间添加一个隐层。</translation>
    </message>
    <message>
        <source>Remove {layer}.</source>
        <translation>删除{layer}。</translation>
    </message>
    <message>
        <source>Add a unit to {layer}.</source>
        <translation>给{layer}增加一个神经元。</translation>
    </message>
    <message>
        <source>{layer} keeps at least one unit; × removes the layer.</source>
        <translation>{layer}至少保留一个神经元；× 可删除整层。</translation>
    </message>
    <message>
        <source>Take a unit from {layer}.</source>
        <translation>从{layer}减少一个神经元。</translation>
    </message>
    <message>
        <source>The output layer has {count} because the data set asks for it: other data, other outputs.</source>
        <translation>输出层有 {count}，这是数据集决定的：数据不同，输出就不同。</translation>
    </message>
    <message>
        <source>{layer}: activation {activation}. Click to choose another.</source>
        <translation>{layer}：激活函数 {activation}。单击可换一个。</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… 另有 {count} 个</translation>
    </message>
    <message>
        <source>Weights and thresholds</source>
        <translation>权值与阈值</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>权值与偏置</translation>
    </message>
    <message>
        <source>Set {name}</source>
        <translation>设定 {name}</translation>
    </message>
    <message>
        <source>Type a number such as −0.5 or 1.25e-3.</source>
        <translation>请输入一个数，例如 −0.5 或 1.25e-3。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Add a layer before</source>
        <translation>在前面添加一层</translation>
    </message>
    <message>
        <source>Add a layer after</source>
        <translation>在后面添加一层</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>删除这一层</translation>
    </message>
    <message>
        <source>One unit more</source>
        <translation>增加一个神经元</translation>
    </message>
    <message>
        <source>One unit fewer</source>
        <translation>减少一个神经元</translation>
    </message>
    <message>
        <source>Fit the network to the view</source>
        <translation>让整个网络适合视图</translation>
    </message>
    <message>
        <source>Type the number of units</source>
        <translation>输入神经元数目</translation>
    </message>
    <message>
        <source>Type {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <source>{layer} can have 1 to {most} units.</source>
        <translation>{layer}可以有 1 到 {most} 个神经元。</translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>A network of {sizes} units. Walk with the arrow keys; Enter edits.</source>
        <translation>{sizes} 网络。用方向键移动，按 Enter 编辑。</translation>
    </message>
</context>
<context>
    <name>EngineErrors</name>
    <message>
        <source>The {name} must have two dimensions, one row a sample; got shape {shape}.</source>
        <translation>{name} 必须是二维表，每行一个样本；现在的形状是 {shape}。</translation>
    </message>
    <message>
        <source>The {name} hold {value} in row {row}, column {column}; only finite numbers can be used.</source>
        <translation>{name} 第 {row} 行第 {column} 列是 {value}；只能使用有限的数。</translation>
    </message>
    <message>
        <source>{count} names are needed for {count} columns; got {got}.</source>
        <translation>{count} 列需要 {count} 个名称；现在有 {got} 个。</translation>
    </message>
    <message>
        <source>The test set must have as many input and target columns as the training set.</source>
        <translation>测试集的输入列数和期望输出列数必须与训练集相同。</translation>
    </message>
    <message>
        <source>A data set needs at least one input column and one target column.</source>
        <translation>数据集至少需要一列输入和一列期望输出。</translation>
    </message>
    <message>
        <source>The {name} must be a table of numbers: {error}.</source>
        <translation>{name} 必须是数字表：{error}。</translation>
    </message>
    <message>
        <source>The {name} set has {inputs} rows of inputs but {targets} rows of targets; give one target row for each input row.</source>
        <translation>{name} 集有 {inputs} 行输入，却有 {targets} 行期望输出；请为每行输入给出一行期望输出。</translation>
    </message>
    <message>
        <source>There is no data set called {name!r}; choose one of {names}, {table} or {own}.</source>
        <translation>没有名为 {name!r} 的数据集；请选择 {names}、{table} 或 {own}。</translation>
    </message>
    <message>
        <source>A data set called &apos;truth_table&apos; needs its truth_table: 0 or 1 for each row.</source>
        <translation>名为“truth_table”的数据集需要给出真值表 truth_table：每行一个 0 或 1。</translation>
    </message>
    <message>
        <source>A data set may hold {limit} samples; this one has {count}.</source>
        <translation>一个数据集最多有 {limit} 个样本；这个数据集有 {count} 个。</translation>
    </message>
    <message>
        <source>Test samples need both test_inputs and test_targets.</source>
        <translation>测试样本需要同时给出 test_inputs 和 test_targets。</translation>
    </message>
    <message>
        <source>The test share must be at least 0 and below 1; got {share}.</source>
        <translation>测试样本的比例必须不小于 0 且小于 1；现在是 {share}。</translation>
    </message>
    <message>
        <source>A truth table needs 2, 4, 8, 16 or 32 rows (one to {limit} inputs); this one has {rows}.</source>
        <translation>真值表需要 2、4、8、16 或 32 行（1 到 {limit} 个输入）；这个真值表有 {rows} 行。</translation>
    </message>
    <message>
        <source>A truth table holds 0 and 1 only; row {row} holds {value!r}.</source>
        <translation>真值表中只能有 0 和 1；第 {row} 行是 {value!r}。</translation>
    </message>
    <message>
        <source>The code of 0 must be smaller than the code of 1, both finite; got {low} and {high}.</source>
        <translation>0 的编码必须小于 1 的编码，且都是有限的数；现在是 {low} 和 {high}。</translation>
    </message>
    <message>
        <source>There is no gate called {name!r}; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的逻辑门；请选择 {names} 之一。</translation>
    </message>
    <message>
        <source>A coding is two numbers, the codes of 0 and 1; got {coding!r}.</source>
        <translation>编码是两个数，即 0 和 1 的编码；现在是 {coding!r}。</translation>
    </message>
    <message>
        <source>number of samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>The noise must lie between 0 and {limit:g}; got {noise}.</source>
        <translation>噪声必须在 0 到 {limit:g} 之间；现在是 {noise}。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The {what} must be a whole number from {low} to {high}; got {value!r}.</source>
        <translation>{what}必须是 {low} 到 {high} 的整数；现在是 {value!r}。</translation>
    </message>
    <message>
        <source>number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>There is no data set called {name!r}; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的数据集；请选择 {names} 之一。</translation>
    </message>
    <message>
        <source>{cell} is not a number; correct it or remove the line.</source>
        <translation>{cell} 不是数字；请改正或删除这一行。</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {problem}</source>
        <translation>{file} 第 {line} 行第 {column} 列：{problem}</translation>
    </message>
    <message>
        <source>{file} is empty; it needs a line for each sample, such as 0.5,1.5,1.</source>
        <translation>{file} 是空的；每个样本需要一行，例如 0.5,1.5,1。</translation>
    </message>
    <message>
        <source>{file} names its columns but holds no samples; add a line for each sample.</source>
        <translation>{file} 只有列名，没有样本；请为每个样本添加一行。</translation>
    </message>
    <message>
        <source>{file}, line {line}: only one column; give inputs and, last, a target, separated by commas, semicolons or tabs.</source>
        <translation>{file} 第 {line} 行：只有一列；请给出各个输入，最后一列为期望输出，用逗号、分号或制表符分隔。</translation>
    </message>
    <message>
        <source>this cell is empty; fill in a number or remove the line.</source>
        <translation>这个单元格是空的；请填入数字或删除这一行。</translation>
    </message>
    <message>
        <source>{cell} has a decimal comma; write a decimal point.</source>
        <translation>{cell} 用逗号作小数点；请改用“.”。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {error}; check the quotation marks.</source>
        <translation>{file} 第 {line} 行：{error}；请检查引号。</translation>
    </message>
    <message>
        <source>{cell} is not finite; every number must be.</source>
        <translation>{cell} 不是有限的数；每个数都必须是有限的。</translation>
    </message>
    <message>
        <source>{cell} is a number but the targets before it are texts such as {first}; use one kind only.</source>
        <translation>{cell} 是数字，而前面的期望输出是文字，例如 {first}；请只用其中一种。</translation>
    </message>
    <message>
        <source>the targets are {count} different texts; up to {limit} classes can be used.</source>
        <translation>期望输出有 {count} 种不同的文字；最多可以有 {limit} 个类别。</translation>
    </message>
    <message>
        <source>The reading of {file} was given up.</source>
        <translation>已放弃读取 {file}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: up to {columns} columns and {limit} samples can be used; remove some of them.</source>
        <translation>{file} 第 {line} 行：最多可以有 {columns} 列和 {limit} 个样本；请删去一部分。</translation>
    </message>
    <message>
        <source>this line has {cells} cells, the others have {columns}; give every line as many.</source>
        <translation>这一行有 {cells} 个单元格，其他行有 {columns} 个；请让每行一样多。</translation>
    </message>
    <message>
        <source>this cell is empty; fill in a target.</source>
        <translation>这个单元格是空的；请填入期望输出。</translation>
    </message>
    <message>
        <source>There is no example called {name!r}; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的示例；请选择 {names} 之一。</translation>
    </message>
    <message>
        <source>There is no loss called {loss!r}; choose one of {names}.</source>
        <translation>没有名为 {loss!r} 的误差；请选择 {names} 之一。</translation>
    </message>
    <message>
        <source>The cross-entropy needs sigmoid or softmax outputs, but the output layer is {activation}; change the output activation or choose the squared error.</source>
        <translation>交叉熵要求输出为单极性 Sigmoid 或 softmax，而输出层是{activation}；请更改输出层的激活函数，或选择平方误差。</translation>
    </message>
    <message>
        <source>The cross-entropy needs targets between 0 and 1, but they run from {low:g} to {high:g}; code the targets as 0 and 1 or choose the squared error.</source>
        <translation>交叉熵要求期望输出在 0 和 1 之间，而现在是 {low:g} 到 {high:g}；请把期望输出编码为 0 和 1，或选择平方误差。</translation>
    </message>
    <message>
        <source>Back-propagation</source>
        <translation>误差反向传播</translation>
    </message>
    <message>
        <source>There are no samples; give at least one row.</source>
        <translation>没有样本；请至少给出一行。</translation>
    </message>
    <message>
        <source>A hidden layer can stand at places 0 to {last}; {index} is none of them.</source>
        <translation>隐层可以放在位置 0 到 {last}；{index} 不在其中。</translation>
    </message>
    <message>
        <source>The output layer cannot be removed; it gives the network&apos;s answer.</source>
        <translation>输出层不能删除：网络的回答由它给出。</translation>
    </message>
    <message>
        <source>The output layer has as many units as the data have target columns, {outputs}; choose other data to change it.</source>
        <translation>输出层的神经元数等于数据的期望输出列数，即 {outputs}；要改变它，请选择其他数据。</translation>
    </message>
    <message>
        <source>This network has {wanted} weights and biases; got numbers of shape {shape}.</source>
        <translation>这个网络有 {wanted} 个权值和偏置；给出的数的形状是 {shape}。</translation>
    </message>
    <message>
        <source>Weights and biases must be finite; number {number} is {value}.</source>
        <translation>权值和偏置必须是有限的数；第 {number} 个是 {value}。</translation>
    </message>
    <message>
        <source>{activation} units have no slope to learn from in a hidden layer; choose sigmoid or tanh.</source>
        <translation>{activation}神经元没有斜率，不能在隐层中学习；请选择 Sigmoid 或 tanh。</translation>
    </message>
    <message>
        <source>There is no layer {index}; the layers are 0 to {last}.</source>
        <translation>没有第 {index} 层；各层的编号是 0 到 {last}。</translation>
    </message>
    <message>
        <source>{activation} units have no slope to learn from below; remove the hidden layers first.</source>
        <translation>{activation}神经元没有斜率，它下面的层无法学习；请先删除隐层。</translation>
    </message>
    <message>
        <source>{activation} units answer {low:g} or {high:g}; code the targets so first.</source>
        <translation>{activation}神经元的输出是 {low:g} 或 {high:g}；请先把期望输出编码成这两个值。</translation>
    </message>
    <message>
        <source>A class more is possible for up to {limit} classes, each sample being of one class.</source>
        <translation>最多可以有 {limit} 个类别，而且每个样本只属于一个类别，才能再增加一类。</translation>
    </message>
    <message>
        <source>A sample of these data has {inputs} inputs; got {count}.</source>
        <translation>这些数据的样本有 {inputs} 个输入；给出了 {count} 个。</translation>
    </message>
    <message>
        <source>The inputs of a sample must be finite numbers.</source>
        <translation>样本的输入必须是有限的数。</translation>
    </message>
    <message>
        <source>The classes of these data are 0 to {last}; {label!r} is none of them.</source>
        <translation>这些数据的类别是 0 到 {last}；{label!r} 不在其中。</translation>
    </message>
    <message>
        <source>There is no sample {index}; these data have {count}.</source>
        <translation>没有第 {index} 个样本；这些数据有 {count} 个样本。</translation>
    </message>
    <message>
        <source>A sample of these data needs {outputs} finite target values; got {label!r}.</source>
        <translation>这些数据的样本需要 {outputs} 个有限的期望输出值；现在是 {label!r}。</translation>
    </message>
    <message>
        <source>Training by {rule} is for a single layer, but this network has {layers}; remove the hidden layers first.</source>
        <translation>{rule}只能训练单层网络，而这个网络有 {layers} 层；请先删除隐层。</translation>
    </message>
    <message>
        <source>The perceptron rule needs targets of two codes, 0 and 1 or −1 and +1; change the coding of the targets or choose another rule.</source>
        <translation>感知器学习规则要求期望输出只有两种编码：0 和 1，或 −1 和 +1；请更改期望输出的编码，或选择其他规则。</translation>
    </message>
    <message>
        <source>There is no setting called {unknown!r}; the settings are {names}.</source>
        <translation>没有名为 {unknown!r} 的设置；可用的设置有 {names}。</translation>
    </message>
    <message>
        <source>Training by {rule} takes one sample at a time; choose another rule for batches.</source>
        <translation>{rule}每次只学习一个样本；要成批训练，请选择其他规则。</translation>
    </message>
    <message>
        <source>Training by {rule} needs the whole set in one batch; choose another rule first.</source>
        <translation>{rule}要求全部样本作为一批；请先选择其他规则。</translation>
    </message>
    <message>
        <source>The cross-entropy does not go with {rule}, which has an error of its own; choose gradient descent first.</source>
        <translation>交叉熵不能与{rule}同用，它有自己的误差；请先选择梯度下降。</translation>
    </message>
    <message>
        <source>Cross-entropy needs targets between 0 and 1; code the targets as 0 and 1 first.</source>
        <translation>交叉熵要求期望输出在 0 和 1 之间；请先把期望输出编码为 0 和 1。</translation>
    </message>
    <message>
        <source>The project cannot be saved as {file}: it takes {size:,.0f} MB, the limit is {limit:,.0f} MB; use fewer samples.</source>
        <translation>项目无法保存为 {file}：它有 {size:,.0f} MB，上限是 {limit:,.0f} MB；请减少样本。</translation>
    </message>
    <message>
        <source>{file} is no Perceptra project; choose a file that Perceptra saved.</source>
        <translation>{file} 不是 Perceptra 项目；请选择由 Perceptra 保存的文件。</translation>
    </message>
    <message>
        <source>{file} was saved by a newer Perceptra (file version {version}; this one reads up to {newest}); update Perceptra to open it.</source>
        <translation>{file} 由更新的 Perceptra 保存（文件版本 {version}，本程序最高支持 {newest}）；请更新 Perceptra 后再打开。</translation>
    </message>
    <message>
        <source>The network has {inputs} inputs and {outputs} outputs, but the data have {data_inputs} and {data_outputs}.</source>
        <translation>网络有 {inputs} 个输入和 {outputs} 个输出，而数据有 {data_inputs} 个和 {data_outputs} 个。</translation>
    </message>
    <message>
        <source>The network has {count} weights and biases, but &apos;{name}&apos; has shape {shape}.</source>
        <translation>网络有 {count} 个权值和偏置，而“{name}”的形状是 {shape}。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; holds numbers that are not finite.</source>
        <translation>“{name}”中有不是有限的数。</translation>
    </message>
    <message>
        <source>The project cannot be saved as {file}: {problem}</source>
        <translation>项目无法保存为 {file}：{problem}</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {problem} Open another copy of the file.</source>
        <translation>{file} 无法打开：{problem}请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} is no Perceptra project, or is damaged: {error}. Open another copy of the file.</source>
        <translation>{file} 不是 Perceptra 项目，或者已损坏：{error}。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} is damaged or was changed by hand: {error}. Open another copy of the file.</source>
        <translation>{file} 已损坏或被手工修改过：{error}。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} has file version {version}, which no Perceptra ever wrote. Open another copy of the file.</source>
        <translation>{file} 的文件版本是 {version}，没有任何 Perceptra 写过这种版本。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} in {folder} is not a file; choose another name.</source>
        <translation>{folder} 中的 {file} 不是文件；请选择其他名称。</translation>
    </message>
    <message>
        <source>{file} could not be saved in {folder}: {reason}. Choose another folder or name.</source>
        <translation>{file} 无法保存到 {folder}：{reason}。请选择其他文件夹或名称。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {value}; only finite numbers can be saved.</source>
        <translation>“{name}”是 {value}；只能保存有限的数。</translation>
    </message>
    <message>
        <source>An array of type {kind} has no place in a project file.</source>
        <translation>项目文件中不能有类型为 {kind} 的数组。</translation>
    </message>
    <message>
        <source>An array is of type {type} where {kind} is needed.</source>
        <translation>有一个数组的类型是 {type}，而这里需要 {kind}。</translation>
    </message>
    <message>
        <source>An array of shape {shape} is too large.</source>
        <translation>形状为 {shape} 的数组太大。</translation>
    </message>
    <message>
        <source>An array of shape {shape} holds {bytes} bytes, which does not fit.</source>
        <translation>形状为 {shape} 的数组有 {bytes} 个字节，两者不相符。</translation>
    </message>
    <message>
        <source>A mask holds bytes other than 0 and 1.</source>
        <translation>掩码中有 0 和 1 以外的字节。</translation>
    </message>
    <message>
        <source>The data set is empty; add at least one training sample.</source>
        <translation>数据集是空的；请至少添加一个训练样本。</translation>
    </message>
    <message>
        <source>The network has {inputs} inputs but the data has {data_inputs} input columns; give the network as many inputs as there are columns.</source>
        <translation>网络有 {inputs} 个输入，而数据有 {data_inputs} 列输入；请让网络的输入数等于列数。</translation>
    </message>
    <message>
        <source>The output layer has {outputs} units but the data has {data_outputs} target columns; give the output layer one unit for each column.</source>
        <translation>输出层有 {outputs} 个神经元，而数据有 {data_outputs} 列期望输出；请让输出层的每个神经元对应一列。</translation>
    </message>
    <message>
        <source>Training by {rule} is for one layer, but the network has {layers}; remove the hidden layers or choose gradient descent.</source>
        <translation>{rule}只能训练单层网络，而网络有 {layers} 层；请删除隐层或选择梯度下降。</translation>
    </message>
    <message>
        <source>Training by {rule} needs sgn or step units, but the layer is {activation}; change the activation or choose gradient descent.</source>
        <translation>{rule}要求 sgn 或阶跃神经元，而这一层是{activation}；请更改激活函数或选择梯度下降。</translation>
    </message>
    <message>
        <source>Training by {rule} goes sample by sample; set the batch size to 1.</source>
        <translation>{rule}逐个样本训练；请把批量设为 1。</translation>
    </message>
    <message>
        <source>Training by {rule} needs the whole set in one batch; set the batch size to whole set.</source>
        <translation>{rule}要求全部样本作为一批；请把批量设为全部样本。</translation>
    </message>
    <message>
        <source>{activation} units answer {low:g} or {high:g}, so the perceptron rule can never reach a target of {target:g}; code the targets as {low:g} and {high:g} or choose {other} units.</source>
        <translation>{activation}神经元的输出是 {low:g} 或 {high:g}，因此感知器学习规则永远达不到期望输出 {target:g}；请把期望输出编码为 {low:g} 和 {high:g}，或选择{other}神经元。</translation>
    </message>
    <message>
        <source>{what} needs a gradient, and {activation} units have none; choose sigmoid or tanh, or train one layer by the perceptron rule.</source>
        <translation>{what}需要梯度，而{activation}神经元没有梯度；请选择 Sigmoid 或 tanh，或者用感知器学习规则训练单层网络。</translation>
    </message>
    <message>
        <source>Training by {rule}</source>
        <translation>{rule}</translation>
    </message>
    <message>
        <source>The saved run belongs to another network; reset and train again.</source>
        <translation>保存的训练属于另一个网络；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved run belongs to another data set; reset and train again.</source>
        <translation>保存的训练属于另一个数据集；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved run is damaged; reset and train again.</source>
        <translation>保存的训练已损坏；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved run&apos;s random state cannot be read ({error}); reset and train again.</source>
        <translation>保存的训练的随机状态无法读取（{error}）；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved run&apos;s random state cannot be read ({error}).</source>
        <translation>保存的训练的随机状态无法读取（{error}）。</translation>
    </message>
    <message>
        <source>There is no {what} called {value!r}; choose one of {choices}.</source>
        <translation>没有名为 {value!r} 的{what}；请选择 {choices} 之一。</translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation>不小于 {low}</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>The {what} must be a whole number, {limits}; got {value!r}.</source>
        <translation>{what}必须是整数，{limits}；现在是 {value!r}。</translation>
    </message>
    <message>
        <source>The {what} must be a number, 0 or more; got {value!r}.</source>
        <translation>{what}必须是不小于 0 的数；现在是 {value!r}。</translation>
    </message>
    <message>
        <source>number of units in a layer</source>
        <translation>一层的神经元数</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>kind of layer</source>
        <translation>层的种类</translation>
    </message>
    <message>
        <source>number of inputs</source>
        <translation>输入数</translation>
    </message>
    <message>
        <source>A network has 1 to {limit} layers; got {layers}.</source>
        <translation>网络可以有 1 到 {limit} 层；现在是 {layers} 层。</translation>
    </message>
    <message>
        <source>softmax compares the units of the output layer; choose another one for hidden layers.</source>
        <translation>softmax 是在输出层的神经元之间作比较的；请为隐层选择其他激活函数。</translation>
    </message>
    <message>
        <source>softmax needs two outputs or more; use sigmoid for a single output.</source>
        <translation>softmax 需要两个或更多输出；只有一个输出时请用 Sigmoid。</translation>
    </message>
    <message>
        <source>initialization</source>
        <translation>初始化方法</translation>
    </message>
    <message>
        <source>initial range</source>
        <translation>初始范围</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>学习规则</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 惩罚</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <source>The momentum must be below 1, or steps would never fade; got {momentum:g}.</source>
        <translation>动量必须小于 1，否则步子永远不会减弱；现在是 {momentum:g}。</translation>
    </message>
    <message>
        <source>number of passes between two evaluations</source>
        <translation>两次评估之间的迭代次数</translation>
    </message>
    <message>
        <source>target error</source>
        <translation>目标误差</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>limit of epochs</source>
        <translation>迭代次数上限</translation>
    </message>
    <message>
        <source>{file} is written in UTF-16; save it as UTF-8 and open it again.</source>
        <translation>{file} 的编码是 UTF-16；请另存为 UTF-8 后再打开。</translation>
    </message>
    <message>
        <source>{file}, line {line}, character {column}: this is no text but a binary file; choose a text file.</source>
        <translation>{file} 第 {line} 行第 {column} 个字符：这不是文本，而是二进制文件；请选择文本文件。</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation>您的磁盘配额已用完</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>this is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>a part of the path is no folder</source>
        <translation>路径中有一部分不是文件夹</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>the disk or the network drive does not answer properly</source>
        <translation>磁盘或网络驱动器没有正常响应</translation>
    </message>
    <message>
        <source>{file} is not a file; choose a file.</source>
        <translation>{file} 不是文件；请选择一个文件。</translation>
    </message>
    <message>
        <source>{file} holds {size:,.0f} MB, the limit is {limit:,.0f} MB; choose a smaller file.</source>
        <translation>{file} 有 {size:,.0f} MB，上限是 {limit:,.0f} MB；请选择较小的文件。</translation>
    </message>
    <message>
        <source>{file} was not found in {folder}; check the name and the folder.</source>
        <translation>在 {folder} 中找不到 {file}；请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Check the file and its permissions.</source>
        <translation>{file} 无法读取：{reason}。请检查该文件及其权限。</translation>
    </message>
    <message>
        <source>{file}, line {line}, character {column}: the byte {byte:#04x} is not UTF-8; save the file as UTF-8.</source>
        <translation>{file} 第 {line} 行第 {column} 个字符：字节 {byte:#04x} 不是 UTF-8；请把文件保存为 UTF-8。</translation>
    </message>
    <message>
        <source>The start holds values that are not finite; reset the network or draw a new start.</source>
        <translation>初始值中有不是有限的数；请重置网络，或重新抽取初始值。</translation>
    </message>
    <message>
        <source>Nothing would end this run; give the number of epochs, or set max_epochs, target_error or stop_when_all_right.</source>
        <translation>没有任何条件会结束这次训练；请给出迭代次数，或设置 max_epochs、target_error 或 stop_when_all_right。</translation>
    </message>
</context>
<context>
    <name>EngineNames</name>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>单极性 Sigmoid</translation>
    </message>
    <message>
        <source>bipolar sigmoid</source>
        <translation>双极性 Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>带泄漏 ReLU</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>sgn</source>
        <translation>sgn</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>the perceptron rule</source>
        <translation>感知器学习规则</translation>
    </message>
    <message>
        <source>the Widrow-Hoff rule</source>
        <translation>Widrow-Hoff 规则</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>gradient descent with an adaptive rate</source>
        <translation>自适应学习率的梯度下降</translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation>Rprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>the squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>the cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Show the errors on a logarithmic scale: small ones stay apart</source>
        <translation>用对数坐标显示误差：小的误差也能分清</translation>
    </message>
    <message>
        <source>Auto range</source>
        <translation>自动范围</translation>
    </message>
    <message>
        <source>Fit the axes to the run while it goes on; zooming switches this off</source>
        <translation>训练时坐标轴自动适应；缩放后即关闭</translation>
    </message>
    <message>
        <source>Mean error per sample of the training set</source>
        <translation>训练集每个样本的平均误差</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Mean error per sample of the test set</source>
        <translation>测试集每个样本的平均误差</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>Training error of the last five runs</source>
        <translation>最近五次训练的误差</translation>
    </message>
    <message>
        <source>Training stops when the error is down here</source>
        <translation>误差降到这里时停止训练</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>ErrorPlot</name>
    <message>
        <source>Error curve</source>
        <translation>误差曲线</translation>
    </message>
    <message>
        <source>The wheel zooms, a drag moves the view, Home or a double click follows the run again.</source>
        <translation>滚轮缩放，拖动平移，按 Home 或双击重新跟随训练。</translation>
    </message>
    <message>
        <source>mean error per sample</source>
        <translation>样本平均误差</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>平均误差</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Train draws the error here, epoch by epoch: watch it fall.</source>
        <translation>训练时这里逐次迭代画出误差：看它下降。</translation>
    </message>
    <message>
        <source>Epoch {epoch}: mean error per sample {train}, of the test set {test}</source>
        <translation>迭代 {epoch}：每个样本的平均误差 {train}，测试集 {test}</translation>
    </message>
    <message>
        <source>Epoch {epoch}: mean error per sample {train}</source>
        <translation>迭代 {epoch}：每个样本的平均误差 {train}</translation>
    </message>
</context>
<context>
    <name>FixedSliders</name>
    <message>
        <source>Value of {name}</source>
        <translation>{name} 的值</translation>
    </message>
    <message>
        <source>Where the slice lies in {name}</source>
        <translation>截面在 {name} 上的位置</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>First steps</source>
        <translation>快速入门</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Build a feed-forward network, pick a gate or your own data, and watch it learn.</source>
        <translation>搭一个前馈网络，选一种逻辑运算或自己的数据，看它学习。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>自由软件，采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Made with Python, Qt (PySide6, LGPL), pyqtgraph, NumPy, Numba and SciPy.</source>
        <translation>使用 Python、Qt（PySide6，LGPL）、pyqtgraph、NumPy、Numba 和 SciPy 制作。</translation>
    </message>
    <message>
        <source>About Perceptra</source>
        <translation>关于 Perceptra</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Decision region</source>
        <translation>判决域</translation>
    </message>
    <message>
        <source>Error curve</source>
        <translation>误差曲线</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Done: the error has reached its target.</source>
        <translation>完成：误差已达到目标。</translation>
    </message>
    <message>
        <source>Done: all samples are right.</source>
        <translation>完成：所有样本都正确。</translation>
    </message>
    <message>
        <source>Stopped: the limit of epochs is reached. Train goes on from here.</source>
        <translation>已停止：达到迭代次数上限。单击“训练”可从这里继续。</translation>
    </message>
    <message>
        <source>Function curve</source>
        <translation>函数曲线</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销(&amp;U) {step}</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做(&amp;R) {step}</translation>
    </message>
    <message>
        <source>Compiling the engine for this computer, once …</source>
        <translation>正在为这台计算机编译计算引擎，仅此一次…</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}; choose another place.</source>
        <translation>图片无法写入 {path}，请换一个位置。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>The lecture&apos;s perceptron example</source>
        <translation>课件中的感知器例题</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>Notation</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>是否保存对“{name}”的更改？</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>不保存就会丢失。</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Perceptra projects (*{suffix})</source>
        <translation>Perceptra 项目 (*{suffix})</translation>
    </message>
</context>
<context>
    <name>RegionMenu</name>
    <message>
        <source>Reset the view</source>
        <translation>复原视图</translation>
    </message>
    <message>
        <source>Hard edges</source>
        <translation>硬边界</translation>
    </message>
    <message>
        <source>Equal scales on both axes</source>
        <translation>两轴使用相同比例</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>test {number}</source>
        <translation>测试 {number}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>A test sample: never trained on</source>
        <translation>测试样本：从不用于训练</translation>
    </message>
    <message>
        <source>A training sample</source>
        <translation>训练样本</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>SampleSummary</name>
    <message>
        <source>Summary of the samples</source>
        <translation>样本小结</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>right –</source>
        <translation>正确 –</translation>
    </message>
    <message>
        <source>right {right} of {count} ({percent} %)</source>
        <translation>正确 {right} / {count}（{percent} %）</translation>
    </message>
    <message>
        <source>mean error {value}</source>
        <translation>平均误差 {value}</translation>
    </message>
    <message>
        <source>summed error {value}</source>
        <translation>误差之和 {value}</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>right?</source>
        <translation>正确？</translation>
    </message>
    <message>
        <source>Number of the sample, in the order of training; test samples come last</source>
        <translation>样本编号，按训练顺序；测试样本排在最后</translation>
    </message>
    <message>
        <source>Input {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <source>Desired output {name}</source>
        <translation>期望输出 {name}</translation>
    </message>
    <message>
        <source>What the network answers now</source>
        <translation>网络现在的实际输出</translation>
    </message>
    <message>
        <source>Cross-entropy of the sample, −Σ d log o; its sum is the error of the set</source>
        <translation>该样本的交叉熵 −Σ d log o；其总和是整个样本集的误差</translation>
    </message>
    <message>
        <source>Squared error of the sample, ½ Σ (d − o)²; its sum is the error of the set</source>
        <translation>该样本的平方误差 ½ Σ (d − o)²；其总和是整个样本集的误差</translation>
    </message>
    <message>
        <source>Whether the answer lies on the side of the desired output, or its class wins</source>
        <translation>实际输出是否与期望输出在同一侧，或其类别是否胜出</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>No samples yet: click in the decision region to add the first point.</source>
        <translation>还没有样本：在判决域中单击添加第一个点。</translation>
    </message>
    <message>
        <source>test {number}</source>
        <translation>测试 {number}</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
</context>
<context>
    <name>SliceControls</name>
    <message>
        <source>Input on the horizontal axis</source>
        <translation>横轴上的输入</translation>
    </message>
    <message>
        <source>Input on the vertical axis</source>
        <translation>纵轴上的输入</translation>
    </message>
    <message>
        <source>{arrow} Other inputs</source>
        <translation>{arrow} 其他输入</translation>
    </message>
    <message>
        <source>Sliders for the inputs that are on no axis</source>
        <translation>未显示在坐标轴上的输入的滑块</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Perceptron</source>
        <translation>感知器</translation>
    </message>
    <message>
        <source>Widrow-Hoff (LMS)</source>
        <translation>Widrow-Hoff（LMS）</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Adaptive rate</source>
        <translation>自适应学习率</translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation>Rprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>ΔW = η (d − o) x, sample by sample. Needs a single layer of sgn or step units.</source>
        <translation>ΔW = η (d − o) x，逐个样本。要求单层的 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>ΔW = η (d − net) x, sample by sample. Needs a single layer.</source>
        <translation>ΔW = η (d − net) x，逐个样本。要求单层。</translation>
    </message>
    <message>
        <source>Steps against the gradient (back-propagation). Not with sgn or step units.</source>
        <translation>沿负梯度方向调整（误差反传）。不能用 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Gradient descent on the whole set; the rate grows while the error falls. Not with sgn or step units.</source>
        <translation>对全部样本做梯度下降；误差下降时学习率增大。不能用 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Every weight has its own step, led by the gradient&apos;s sign. Whole set; not with sgn or step units.</source>
        <translation>每个权值有自己的步长，由梯度的符号引导。用全部样本；不能用 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Steps scaled by running averages of the gradient. Not with sgn or step units.</source>
        <translation>步长按梯度的滑动平均缩放。不能用 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>½ Σ (d − o)² for each sample</source>
        <translation>每个样本 ½ Σ (d − o)²</translation>
    </message>
    <message>
        <source>−Σ d log o for each sample. Needs sigmoid or softmax outputs and targets from 0 to 1.</source>
        <translation>每个样本 −Σ d log o。要求 Sigmoid 或 Softmax 输出，期望输出在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>All zeros</source>
        <translation>全为零</translation>
    </message>
    <message>
        <source>Weights and biases anywhere between −range and +range</source>
        <translation>权值和偏置在 −范围 与 +范围 之间均匀取值</translation>
    </message>
    <message>
        <source>Weights within ±√(6 / (inputs + units)), biases 0: suits sigmoid and tanh</source>
        <translation>权值在 ±√(6 / (输入数 + 神经元数)) 之内，偏置为 0：适合 Sigmoid 和 tanh</translation>
    </message>
    <message>
        <source>Weights within ±√(6 / inputs), biases 0: suits relu</source>
        <translation>权值在 ±√(6 / 输入数) 之内，偏置为 0：适合 ReLU</translation>
    </message>
    <message>
        <source>Every weight and bias 0: hidden units can then never become different</source>
        <translation>权值和偏置全为 0：隐层神经元将永远相同</translation>
    </message>
    <message>
        <source>How far each update goes; can be changed while training</source>
        <translation>每次调整的幅度；训练中也可以更改</translation>
    </message>
    <message>
        <source>Rprop finds a step for every weight by itself and has no use for a learning rate</source>
        <translation>Rprop 自己为每个权值确定步长，用不到学习率</translation>
    </message>
    <message>
        <source>The part of the last step that is added to the next one</source>
        <translation>上一步调整量加到下一步中的比例</translation>
    </message>
    <message>
        <source>Only gradient descent and the adaptive rate have a momentum</source>
        <translation>只有梯度下降和自适应学习率使用动量</translation>
    </message>
    <message>
        <source>Samples for one update: 1 is sample by sample, 0 the whole set</source>
        <translation>每次调整所用的样本数：1 为逐个样本，0 为全部样本</translation>
    </message>
    <message>
        <source>This rule always goes sample by sample</source>
        <translation>这种规则总是逐个样本训练</translation>
    </message>
    <message>
        <source>This rule always takes the whole set</source>
        <translation>这种规则总是使用全部样本</translation>
    </message>
    <message>
        <source>This rule has no penalties</source>
        <translation>这种规则没有惩罚项</translation>
    </message>
    <message>
        <source>Pulls every weight to zero by the same amount; not part of the error shown</source>
        <translation>把每个权值等量拉向零；不计入显示的误差</translation>
    </message>
    <message>
        <source>Pulls every weight to zero in proportion to it; not part of the error shown</source>
        <translation>把每个权值按比例拉向零；不计入显示的误差</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>How the weights are changed</source>
        <translation>权值如何调整</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>What training makes small</source>
        <translation>训练要减小的量</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>Epochs between two looks at the error; larger is faster, the curve has fewer points</source>
        <translation>两次计算误差之间的迭代次数；越大越快，曲线上的点也越少</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>How the weights are drawn before training</source>
        <translation>训练前如何抽取权值</translation>
    </message>
    <message>
        <source>Range ±</source>
        <translation>范围 ±</translation>
    </message>
    <message>
        <source>Weights and biases are drawn between minus and plus this number</source>
        <translation>权值和偏置在正负该数之间抽取</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Draws the start and the order of the samples; the same seed gives the same run</source>
        <translation>用于抽取初始值和样本顺序；种子相同，训练过程就相同</translation>
    </message>
    <message>
        <source>Error sum ≤</source>
        <translation>误差之和 ≤</translation>
    </message>
    <message>
        <source>Stop when the error, summed over the training set, is at most this; 0 is off</source>
        <translation>训练集上的误差之和不大于该值时停止；0 表示关闭</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Stop after so many passes over the data; empty means no limit</source>
        <translation>达到这个迭代次数后停止；留空表示不限</translation>
    </message>
    <message>
        <source>Stop when all samples are right</source>
        <translation>所有样本正确时停止</translation>
    </message>
    <message>
        <source>End training as soon as every training sample is classified correctly</source>
        <translation>每个训练样本都判断正确时立即结束训练</translation>
    </message>
    <message>
        <source>New order every epoch (shuffle)</source>
        <translation>每次迭代重新排序（打乱）</translation>
    </message>
    <message>
        <source>Go through the samples in a new random order in every epoch</source>
        <translation>每次迭代都按新的随机顺序使用样本</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast to train: slow motion on the left, unlimited on the right</source>
        <translation>训练的快慢：左端为慢动作，右端不限速</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>error (sum)</source>
        <translation>误差（和）</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Passes over the training set</source>
        <translation>训练集已使用的遍数</translation>
    </message>
    <message>
        <source>Sum of the samples&apos; errors over the training set</source>
        <translation>训练集上各样本误差之和</translation>
    </message>
    <message>
        <source>Training samples on the right side of the threshold</source>
        <translation>判断正确的训练样本数</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>{speed} epochs/s</source>
        <translation>{speed} 次迭代/秒</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>whole set</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>新的初始值</translation>
    </message>
    <message>
        <source>Draw other start weights: the next seed</source>
        <translation>换一组初始权值：取下一个随机种子</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>初始值</translation>
    </message>
    <message>
        <source>How the weights are drawn before training</source>
        <translation>训练前如何抽取权值</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>When training ends by itself</source>
        <translation>训练何时自行结束</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Order of the samples, penalties, how often to evaluate</source>
        <translation>样本顺序、惩罚项、评估间隔</translation>
    </message>
</context>
<context>
    <name>TrainingSession</name>
    <message>
        <source>The network was changed, so training is back at the start of the new network.</source>
        <translation>网络已改变，训练回到新网络的起点。</translation>
    </message>
    <message>
        <source>The start was changed, so training is back at the new start.</source>
        <translation>初始值已改变，训练回到新的起点。</translation>
    </message>
    <message>
        <source>The training rule was changed, so training is back at the start.</source>
        <translation>训练规则已改变，训练回到起点。</translation>
    </message>
    <message>
        <source>The error measure was changed, so training is back at the start.</source>
        <translation>误差的算法已改变，训练回到起点。</translation>
    </message>
    <message>
        <source>The data now have other columns, so training is back at the start.</source>
        <translation>数据的列已改变，训练回到起点。</translation>
    </message>
    <message>
        <source>The training that belongs to this network is back as it was after epoch {epoch}.</source>
        <translation>这个网络的训练已恢复，停在第 {epoch} 次迭代之后。</translation>
    </message>
    <message>
        <source>The error is too large to be computed, already at the start: the data reach {largest}. Scale them to about 1, or choose a smaller initial range, and begin anew.</source>
        <translation>误差从一开始就大得无法计算：数据达到 {largest}。请把数据缩放到 1 左右，或选择较小的初始范围，然后从头开始。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the L2 penalty {l2} times the learning rate {rate} is above 1, so every step overshoots. Lower the penalty.</source>
        <translation>训练在第 {epoch} 次迭代时发散：L2 惩罚 {l2} 与学习率 {rate} 的乘积大于 1，每一步都会越过目标。请减小惩罚。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the momentum {momentum} together with the learning rate {rate} is probably too high. Lower one of them.</source>
        <translation>训练在第 {epoch} 次迭代时发散：动量 {momentum} 加上学习率 {rate} 很可能过大。请减小其中之一。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the initial weights, up to {range}, are probably too large. Choose a smaller initial range.</source>
        <translation>训练在第 {epoch} 次迭代时发散：初始权值（最大 {range}）很可能过大。请选择较小的初始范围。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the inputs reach {largest}, which is large for the learning rate {rate}. Lower the learning rate, or scale the inputs to about 1.</source>
        <translation>训练在第 {epoch} 次迭代时发散：输入达到 {largest}，对学习率 {rate} 来说过大。请减小学习率，或把输入缩放到 1 左右。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the learning rate {rate} is probably too high. Lower it.</source>
        <translation>训练在第 {epoch} 次迭代时发散：学习率 {rate} 很可能过大。请减小学习率。</translation>
    </message>
    <message>
        <source>The last finite state was kept: go back to it and train on, or reset and begin anew.</source>
        <translation>最后一个有限的状态已保留：可以回到那里继续训练，也可以重置后从头开始。</translation>
    </message>
    <message>
        <source>Training stopped because of an unexpected error: {error}. Save your work; Train begins again from the start.</source>
        <translation>训练因意外错误而停止：{error}。请保存您的工作；再次训练将从起点开始。</translation>
    </message>
    <message>
        <source>The pictures could not be computed because of an unexpected error: {error}.</source>
        <translation>因意外错误无法计算图像：{error}。</translation>
    </message>
</context>
<context>
    <name>TruthTableEditor</name>
    <message>
        <source>Truth table</source>
        <translation>真值表</translation>
    </message>
    <message>
        <source>A column is one case; click in the last row to change what it should give</source>
        <translation>每一列是一种情况；单击最后一行可更改应得的输出</translation>
    </message>
</context>
<context>
    <name>TruthTableModel</name>
    <message>
        <source>Click to change what this case should give</source>
        <translation>单击可更改这种情况应得的输出</translation>
    </message>
</context>
</TS>
